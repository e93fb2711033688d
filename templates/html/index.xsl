<?xml version="1.0" encoding="UTF-8"?>
<!-- The bulletins of one language, newest first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:include href="site.xsl"/>

  <xsl:template match="/b:site">
    <xsl:variable name="title"><xsl:call-template name="title"/></xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="string(b:publication)"/>
      <xsl:with-param name="description" select="concat($title, ' – ', b:publication)"/>
      <xsl:with-param name="head">
        <xsl:if test="b:feed">
          <link rel="alternate" type="application/atom+xml" href="{b:feed/@href}"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="title">
    <xsl:call-template name="label">
      <xsl:with-param name="key" select="'index.title'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/b:site" mode="content">
    <div class="index">
      <h1><xsl:call-template name="title"/></h1>
      <xsl:if test="not(b:entry)">
        <p>
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'index.none'"/>
          </xsl:call-template>
        </p>
      </xsl:if>
      <xsl:if test="b:entry">
        <ul class="entries"><xsl:apply-templates select="b:entry"/></ul>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="b:entry">
    <li>
      <article>
        <xsl:call-template name="identity"/>
        <h2>
          <a href="{@href}">
            <xsl:apply-templates select="." mode="lang-of-title"/>
            <xsl:value-of select="b:plain-title"/>
          </a>
        </h2>
        <xsl:for-each select="b:plain-summary">
          <p class="summary-text">
            <xsl:apply-templates select=".." mode="lang-of-title"/>
            <xsl:value-of select="."/>
          </p>
        </xsl:for-each>
        <xsl:call-template name="status"/>
        <xsl:if test="@pdf">
          <p class="download">
            <a href="{@pdf}" type="application/pdf">
              <xsl:attribute name="aria-label">
                <xsl:call-template name="label">
                  <xsl:with-param name="key" select="'doc.download-pdf'"/>
                </xsl:call-template>
                <xsl:value-of select="concat(' – ', b:plain-title)"/>
              </xsl:attribute>
              <xsl:call-template name="label">
                <xsl:with-param name="key" select="'doc.download-pdf'"/>
              </xsl:call-template>
            </a>
          </p>
        </xsl:if>
      </article>
    </li>
  </xsl:template>

  <xsl:template match="b:entry" mode="lang-of-title">
    <xsl:if test="@xml:lang != $lang"><xsl:call-template name="lang"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
