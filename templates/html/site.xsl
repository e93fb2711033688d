<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages around the bulletins share: docs/site-xml.md says what they are given. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:include href="../common/label.xsl"/>
  <xsl:include href="page.xsl"/>

  <xsl:output method="html" encoding="UTF-8"/>

  <xsl:variable name="frame" select="/b:site"/>
  <xsl:variable name="languages" select="/b:site/b:language"/>
  <xsl:variable name="assets" select="string(/b:site/@assets)"/>
  <xsl:variable name="home" select="string(/b:site/b:home/@href)"/>
  <xsl:variable name="path" select="string(/b:site/b:path)"/>

  <!-- Symbol, date, edition, marking in one line. -->
  <xsl:template name="identity">
    <ul class="identity">
      <xsl:for-each select="b:symbol"><li><xsl:value-of select="."/></li></xsl:for-each>
      <xsl:for-each select="b:date">
        <li>
          <xsl:call-template name="time">
            <xsl:with-param name="iso" select="@iso"/>
            <xsl:with-param name="content" select="string(.)"/>
          </xsl:call-template>
        </li>
      </xsl:for-each>
      <xsl:for-each select="b:edition | b:marking">
        <li><xsl:value-of select="."/></li>
      </xsl:for-each>
      <xsl:if test="@status = 'withdrawn'">
        <li class="status">
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.withdrawn-tag'"/>
          </xsl:call-template>
        </li>
      </xsl:if>
    </ul>
  </xsl:template>

  <!-- Why a bulletin is not here, or not in this language, and where it can be read. -->
  <xsl:template name="status">
    <xsl:choose>
      <xsl:when test="@status = 'withdrawn'">
        <p class="notice">
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.withdrawn'"/>
          </xsl:call-template>
        </p>
      </xsl:when>
      <xsl:when test="@status = 'missing'">
        <p class="notice">
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.language-missing'"/>
          </xsl:call-template>
        </p>
      </xsl:when>
      <xsl:when test="@status = 'fallback'">
        <p class="notice">
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.fallback'"/>
          </xsl:call-template>
        </p>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="b:language">
      <p class="available">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.languages-available'"/>
        </xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:for-each select="b:language">
          <xsl:if test="position() > 1"><xsl:value-of select="$comma"/></xsl:if>
          <xsl:call-template name="language-link"/>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
