<?xml version="1.0" encoding="UTF-8"?>
<!-- Inlines: figures and dates that machines can read, links, the marks of notes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <!-- Words stand in cm:text, which needs no template: the rules that XSLT has built in copy them. -->
  <xsl:template match="cm:softbreak"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="cm:linebreak"><br/></xsl:template>
  <xsl:template match="cm:code"><code><xsl:value-of select="."/></code></xsl:template>
  <xsl:template match="cm:emph"><em><xsl:apply-templates select="*"/></em></xsl:template>
  <xsl:template match="cm:strong"><strong><xsl:apply-templates select="*"/></strong></xsl:template>

  <xsl:template match="cm:link">
    <a href="{@destination}">
      <xsl:if test="@title != ''"><xsl:copy-of select="@title"/></xsl:if>
      <xsl:apply-templates select="*"/>
    </a>
  </xsl:template>

  <!-- FACTS -->
  <xsl:template match="b:fact[@kind = 'amount' and (@value or @min)]">
    <data>
      <xsl:attribute name="value">
        <xsl:choose>
          <xsl:when test="@value"><xsl:value-of select="@value"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat(@min, '/', @max)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="lang"/>
      <xsl:apply-templates select="*"/>
    </data>
  </xsl:template>

  <xsl:template match="b:fact[@kind = 'date' and @iso]">
    <xsl:call-template name="time">
      <xsl:with-param name="iso" select="@iso"/>
      <xsl:with-param name="content"><xsl:apply-templates select="*"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="b:fact | b:entity | b:span">
    <xsl:choose>
      <xsl:when test="@xml:lang">
        <span><xsl:call-template name="lang"/><xsl:apply-templates select="*"/></span>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- REFERENCES -->
  <xsl:template match="b:ref">
    <a href="#{@target}"><xsl:apply-templates select="*"/></a>
  </xsl:template>
  <xsl:template match="b:ref[@href]" priority="1">
    <a href="{@href}">
      <xsl:copy-of select="@hreflang"/>
      <xsl:apply-templates select="*"/>
    </a>
  </xsl:template>

  <!-- NOTES stand at the end of the page or of their table; here is their mark. -->
  <xsl:template match="b:note">
    <xsl:call-template name="mark">
      <xsl:with-param name="target" select="@id"/>
      <xsl:with-param name="id" select="concat('noteref-', substring-after(@id, 'note-'))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="b:noteref">
    <xsl:call-template name="mark">
      <xsl:with-param name="target" select="@target"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="mark">
    <xsl:param name="target"/>
    <xsl:param name="id"/>
    <sup>
      <xsl:if test="preceding-sibling::*[1]/self::*[self::b:note or self::b:noteref]">
        <xsl:attribute name="class">next</xsl:attribute>
      </xsl:if>
      <a href="#{$target}" role="doc-noteref">
        <xsl:if test="$id">
          <xsl:attribute name="id"><xsl:value-of select="$id"/></xsl:attribute>
        </xsl:if>
        <xsl:value-of select="@number"/>
      </a>
    </sup>
  </xsl:template>

  <!-- PARTS OF A SOURCE -->
  <xsl:template match="b:author | b:symbol | b:covers | b:pinpoint | b:via" mode="part">
    <xsl:call-template name="words"/>
  </xsl:template>

  <xsl:template match="b:citation/b:title" mode="part" priority="1">
    <a href="#source-{../@source}"><xsl:call-template name="cited-title"/></a>
  </xsl:template>

  <xsl:template match="b:citation[not(key('source', concat('source-', @source)))]/b:title" mode="part"
                priority="2">
    <xsl:call-template name="cited-title"/>
  </xsl:template>

  <xsl:template match="b:title" mode="part"><xsl:call-template name="cited-title"/></xsl:template>

  <xsl:template name="cited-title">
    <cite><xsl:call-template name="lang"/><xsl:value-of select="."/></cite>
  </xsl:template>

  <xsl:template match="b:date | b:accessed" mode="part">
    <xsl:call-template name="time">
      <xsl:with-param name="iso" select="@iso"/>
      <xsl:with-param name="content" select="string(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="b:url" mode="part">
    <a class="url" href="{.}"><xsl:value-of select="."/></a>
  </xsl:template>

</xsl:stylesheet>
