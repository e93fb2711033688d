<?xml version="1.0" encoding="UTF-8"?>
<!-- Inlines and notes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <!-- Words stand in cm:text, which needs no template: the rules that XSLT has built in copy them. -->
  <xsl:template match="cm:softbreak"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="cm:linebreak"><fo:block/></xsl:template>

  <xsl:template match="cm:code">
    <fo:inline role="Code" font-family="monospace" font-size="0.88em" hyphenate="false"
               background-color="{$tint}" padding-start="1.5pt" padding-end="1.5pt">
      <xsl:value-of select="."/>
    </fo:inline>
  </xsl:template>

  <!-- Emphasis within emphasis is upright again. -->
  <xsl:template match="cm:emph">
    <fo:inline>
      <xsl:choose>
        <xsl:when test="$emphasis != 'italic'">
          <xsl:attribute name="font-weight">bold</xsl:attribute>
        </xsl:when>
        <xsl:when test="count(ancestor::cm:emph) mod 2">
          <xsl:attribute name="font-style">normal</xsl:attribute>
        </xsl:when>
        <xsl:otherwise><xsl:attribute name="font-style">italic</xsl:attribute></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="*"/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="cm:strong">
    <fo:inline font-weight="bold"><xsl:apply-templates select="*"/></fo:inline>
  </xsl:template>

  <xsl:template match="b:fact | b:entity | b:span">
    <xsl:choose>
      <xsl:when test="@xml:lang">
        <fo:inline xml:lang="{@xml:lang}"><xsl:apply-templates select="*"/></fo:inline>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- LINKS -->
  <xsl:template match="cm:link">
    <fo:basic-link color="{$accent}">
      <xsl:call-template name="external">
        <xsl:with-param name="url" select="@destination"/>
      </xsl:call-template>
      <xsl:apply-templates select="*"/>
    </fo:basic-link>
  </xsl:template>

  <xsl:template match="cm:link[starts-with(@destination, '#')]" priority="1">
    <xsl:variable name="target" select="substring(@destination, 2)"/>
    <xsl:choose>
      <xsl:when test="key('id', $target) or //b:note[@id = $target]">
        <fo:basic-link internal-destination="{$target}" color="{$accent}">
          <xsl:apply-templates select="*"/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="b:ref">
    <xsl:choose>
      <xsl:when test="@href"><xsl:call-template name="elsewhere"/></xsl:when>
      <xsl:when test="key('id', @target)">
        <fo:basic-link internal-destination="{@target}" color="{$accent}" hyphenate="false">
          <xsl:apply-templates select="*"/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Another bulletin: its place on the site, where that is known. -->
  <xsl:template name="elsewhere">
    <xsl:choose>
      <xsl:when test="starts-with(@href, '../../') and $meta/b:base-url">
        <fo:basic-link color="{$accent}"
                       external-destination="url({$meta/b:base-url}{substring(@href, 7)})">
          <xsl:apply-templates select="*"/>
        </fo:basic-link>
      </xsl:when>
      <xsl:when test="starts-with(@href, '../') and $meta/b:base-url">
        <fo:basic-link color="{$accent}"
                       external-destination="url({$meta/b:base-url}{$lang}/{substring(@href, 4)})">
          <xsl:apply-templates select="*"/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    url() ends at a parenthesis, and cairo's URI strings break at one: both are percent-encoded.
  -->
  <xsl:template name="external">
    <xsl:param name="url"/>
    <xsl:attribute name="external-destination">
      <xsl:text>url(</xsl:text>
      <xsl:call-template name="encode">
        <xsl:with-param name="text">
          <xsl:call-template name="encode">
            <xsl:with-param name="text" select="translate($url, ' \', '')"/>
            <xsl:with-param name="sign" select="'('"/>
            <xsl:with-param name="code" select="'%28'"/>
          </xsl:call-template>
        </xsl:with-param>
        <xsl:with-param name="sign" select="')'"/>
        <xsl:with-param name="code" select="'%29'"/>
      </xsl:call-template>
      <xsl:text>)</xsl:text>
    </xsl:attribute>
  </xsl:template>

  <xsl:template name="encode">
    <xsl:param name="text"/>
    <xsl:param name="sign"/>
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="contains($text, $sign)">
        <xsl:value-of select="concat(substring-before($text, $sign), $code)"/>
        <xsl:call-template name="encode">
          <xsl:with-param name="text" select="substring-after($text, $sign)"/>
          <xsl:with-param name="sign" select="$sign"/>
          <xsl:with-param name="code" select="$code"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- NOTES: the mark in the text links to the note, the number of the note links back. -->
  <xsl:template match="b:note">
    <xsl:call-template name="mark-comma"/>
    <fo:footnote>
      <fo:inline id="noteref-{substring-after(@id, 'note-')}" role="Reference">
        <fo:basic-link internal-destination="{@id}" xsl:use-attribute-sets="mark">
          <xsl:value-of select="@number"/>
        </fo:basic-link>
      </fo:inline>
      <fo:footnote-body id="{@id}" xsl:use-attribute-sets="footnote">
        <xsl:call-template name="note-body"/>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <xsl:template name="note-body">
    <fo:block space-after="1.75pt">
      <fo:inline role="Lbl">
        <fo:basic-link internal-destination="noteref-{substring-after(@id, 'note-')}"
                       xsl:use-attribute-sets="mark">
          <xsl:value-of select="@number"/>
        </fo:basic-link>
      </fo:inline>
      <xsl:text>&#x2002;</xsl:text>
      <xsl:call-template name="note-words"/>
    </fo:block>
    <xsl:for-each select="cm:paragraph[position() > 1]">
      <fo:block space-after="1.75pt"><xsl:apply-templates select="*"/></fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- One in a table stands below it. -->
  <xsl:template match="b:table//b:note[@kind]">
    <xsl:call-template name="mark-comma"/>
    <fo:inline id="noteref-{substring-after(@id, 'note-')}" role="Reference">
      <fo:basic-link internal-destination="{@id}" xsl:use-attribute-sets="mark">
        <xsl:value-of select="@number"/>
      </fo:basic-link>
    </fo:inline>
  </xsl:template>

  <xsl:template match="b:noteref">
    <xsl:call-template name="mark-comma"/>
    <fo:inline role="Reference">
      <fo:basic-link internal-destination="{@target}" xsl:use-attribute-sets="mark">
        <xsl:value-of select="@number"/>
      </fo:basic-link>
    </fo:inline>
  </xsl:template>

  <!-- Two marks side by side are two numbers. -->
  <xsl:template name="mark-comma">
    <xsl:if test="preceding-sibling::*[1]/self::*[self::b:note or self::b:noteref]">
      <fo:inline xsl:use-attribute-sets="mark">,&#x200A;</fo:inline>
    </xsl:if>
  </xsl:template>

  <!-- PARTS OF A SOURCE -->
  <xsl:template match="b:author | b:symbol | b:date | b:covers | b:pinpoint | b:via | b:accessed" mode="part"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="b:title" mode="part">
    <fo:inline>
      <xsl:copy-of select="@xml:lang"/>
      <xsl:if test="$emphasis = 'italic'">
        <xsl:attribute name="font-style">italic</xsl:attribute>
      </xsl:if>
      <xsl:value-of select="."/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="b:url" mode="part">
    <fo:basic-link color="{$accent}" hyphenate="false">
      <xsl:call-template name="external"><xsl:with-param name="url" select="."/></xsl:call-template>
      <xsl:value-of select="."/>
    </fo:basic-link>
  </xsl:template>

</xsl:stylesheet>
