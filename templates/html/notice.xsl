<?xml version="1.0" encoding="UTF-8"?>
<!-- A bulletin that is not there in this language, or that was withdrawn. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:include href="site.xsl"/>

  <xsl:template match="/b:site">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="concat(b:entry/b:plain-title, ' – ', b:publication)"/>
      <xsl:with-param name="head"><meta name="robots" content="noindex"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/b:site" mode="content">
    <article class="bulletin"><xsl:apply-templates select="b:entry[1]"/></article>
  </xsl:template>

  <xsl:template match="b:entry">
    <header class="front">
      <xsl:call-template name="identity"/>
      <h1>
        <xsl:if test="@xml:lang != $lang"><xsl:call-template name="lang"/></xsl:if>
        <xsl:value-of select="b:plain-title"/>
      </h1>
    </header>
    <xsl:call-template name="status"/>
  </xsl:template>

</xsl:stylesheet>
