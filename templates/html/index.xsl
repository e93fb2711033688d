<?xml version="1.0" encoding="UTF-8"?>
<!-- The bulletins of one language, newest first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="urn:chancery:bulletin" exclude-result-prefixes="b">

  <xsl:include href="site.xsl"/>

  <xsl:template match="/b:site">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="b:publication"/>
      <xsl:with-param name="content">
        <h1><xsl:apply-templates select="b:publication" mode="tagged"/></h1>
        <ol class="bulletins"><xsl:apply-templates select="b:entry"/></ol>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="b:entry">
    <li>
      <article>
        <h2><a href="{@href}"><xsl:apply-templates select="." mode="title"/></a></h2>
        <xsl:apply-templates select="." mode="facts"/>
        <xsl:if test="b:plain-summary and @status != 'withdrawn'">
          <p class="summary">
            <xsl:if test="@xml:lang != /b:site/@xml:lang">
              <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
              <xsl:attribute name="dir"><xsl:value-of select="@dir"/></xsl:attribute>
            </xsl:if>
            <xsl:value-of select="b:plain-summary"/>
          </p>
        </xsl:if>
        <xsl:apply-templates select="." mode="notice"/>
        <xsl:if test="@pdf">
          <p class="download">
            <a href="{@pdf}" type="application/pdf">
              <xsl:call-template name="label"><xsl:with-param name="key" select="'doc.download-pdf'"/></xsl:call-template>
              <span class="hidden">: <xsl:apply-templates select="." mode="title"/></span>
            </a>
          </p>
        </xsl:if>
      </article>
    </li>
  </xsl:template>

</xsl:stylesheet>
