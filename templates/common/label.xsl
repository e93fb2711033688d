<?xml version="1.0" encoding="UTF-8"?>
<!--
  Labels: every word that is not the author's comes from b:labels (docs/bulletin-xml.md).
  "label" wants its key: a missing one is a message, and any message fails the transformation.
  "label-around" is for labels that only frame another text.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="urn:chancery:bulletin" exclude-result-prefixes="b">

  <!-- From the root, each by itself: a bare name, or what follows a "|", is looked for in the whole document. -->
  <xsl:key name="label" match="/b:bulletin/b:labels/b:label" use="@key"/>
  <xsl:key name="label" match="/b:site/b:labels/b:label" use="@key"/>

  <xsl:variable name="lang" select="string(/*/@xml:lang)"/>
  <xsl:variable name="primary" select="substring-before(concat($lang, '-'), '-')"/>

  <!--
    What separates the parts of a citation, and what ends it.  From right to left behind a mark of that direction: a
    day behind the symbol "S/2020/1" would otherwise be set with it, to the left.
  -->
  <xsl:variable name="comma">
    <xsl:choose>
      <xsl:when test="$primary = 'ar' or $primary = 'fa' or $primary = 'ur'">&#x200F;، </xsl:when>
      <xsl:when test="$primary = 'he'">&#x200F;, </xsl:when>
      <xsl:when test="$primary = 'zh'">，</xsl:when>
      <xsl:when test="$primary = 'ja'">、</xsl:when>
      <xsl:otherwise>, </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="semicolon">
    <xsl:choose>
      <xsl:when test="$primary = 'ar' or $primary = 'fa' or $primary = 'ur'">&#x200F;؛ </xsl:when>
      <xsl:when test="$primary = 'he'">&#x200F;; </xsl:when>
      <xsl:when test="$primary = 'zh' or $primary = 'ja'">；</xsl:when>
      <xsl:when test="$primary = 'fr'">&#x202F;; </xsl:when>
      <xsl:otherwise>; </xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="full-stop">
    <xsl:choose>
      <xsl:when test="$primary = 'zh' or $primary = 'ja'">。</xsl:when>
      <xsl:otherwise>.</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- The label of a key; n and m replace its arguments. -->
  <xsl:template name="label">
    <xsl:param name="key"/>
    <xsl:param name="n"/>
    <xsl:param name="m"/>
    <xsl:variable name="label" select="key('label', $key)"/>
    <xsl:choose>
      <xsl:when test="$label/b:arg">
        <xsl:for-each select="$label/node()">
          <xsl:choose>
            <xsl:when test="self::b:arg[@n = '0']"><xsl:copy-of select="$n"/></xsl:when>
            <xsl:when test="self::b:arg"><xsl:copy-of select="$m"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$label"><xsl:value-of select="$label"/></xsl:when>
      <xsl:otherwise>
        <xsl:message>label “<xsl:value-of select="$key"/>” is missing</xsl:message>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    The same for what may do without: where the language lacks the label, its argument stands
    alone.
  -->
  <xsl:template name="label-around">
    <xsl:param name="key"/>
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="key('label', $key)">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="$key"/>
          <xsl:with-param name="n" select="$n"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$n"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "Licence: CC-BY-4.0", with the language's colon. -->
  <xsl:template name="label-pair">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:call-template name="label"><xsl:with-param name="key" select="$key"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="$primary = 'fr'">&#x202F;: </xsl:when>
      <xsl:when test="$primary = 'zh' or $primary = 'ja'">：</xsl:when>
      <xsl:otherwise>: </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="$value"/>
  </xsl:template>

</xsl:stylesheet>
