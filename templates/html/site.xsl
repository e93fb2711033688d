<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the pages around the bulletins share (docs/site-xml.md): frame, language switcher, the entry of a bulletin.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="urn:chancery:bulletin" exclude-result-prefixes="b">

  <xsl:include href="../common/label.xsl"/>

  <xsl:output method="html" encoding="UTF-8"/>

  <xsl:template name="page">
    <xsl:param name="title"/>
    <xsl:param name="description"/>
    <xsl:param name="content"/>
    <html lang="{/b:site/@xml:lang}" dir="{/b:site/@dir}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy"
              content="default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"/>
        <title><xsl:value-of select="$title"/></title>
        <xsl:if test="string($description)"><meta name="description" content="{$description}"/></xsl:if>
        <xsl:if test="/b:site/b:base-url">
          <link rel="canonical" href="{/b:site/b:base-url}{/b:site/b:path}"/>
        </xsl:if>
        <link rel="stylesheet" href="{/b:site/@assets}style.css"/>
      </head>
      <body class="site {/b:site/@kind}">
        <a class="skip" href="#content"><xsl:call-template name="label"><xsl:with-param name="key" select="'doc.skip'"/></xsl:call-template></a>
        <header class="masthead">
          <p class="publication">
            <xsl:choose>
              <xsl:when test="/b:site/b:home">
                <a href="{/b:site/b:home/@href}"><xsl:apply-templates select="/b:site/b:publication" mode="tagged"/></a>
              </xsl:when>
              <xsl:otherwise><xsl:apply-templates select="/b:site/b:publication" mode="tagged"/></xsl:otherwise>
            </xsl:choose>
          </p>
          <xsl:call-template name="switcher"/>
        </header>
        <main id="content"><xsl:copy-of select="$content"/></main>
        <footer class="colophon">
          <xsl:if test="/b:site/b:publisher"><p><xsl:apply-templates select="/b:site/b:publisher" mode="tagged"/></p></xsl:if>
          <xsl:if test="/b:site/b:licence"><p><xsl:value-of select="/b:site/b:licence"/></p></xsl:if>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- A text, tagged where it is not in the page's language. -->
  <xsl:template match="*" mode="tagged">
    <xsl:choose>
      <xsl:when test="@xml:lang and @xml:lang != /b:site/@xml:lang"><span lang="{@xml:lang}"><xsl:value-of select="."/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="switcher">
    <xsl:if test="/b:site/@kind != 'root' and count(/b:site/b:language) &gt; 1">
      <nav class="languages">
        <xsl:attribute name="aria-label">
          <xsl:call-template name="label"><xsl:with-param name="key" select="'doc.language'"/></xsl:call-template>
        </xsl:attribute>
        <ul><xsl:apply-templates select="/b:site/b:language" mode="link"/></ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="b:language" mode="link">
    <li>
      <xsl:choose>
        <xsl:when test="@current"><span lang="{@tag}" dir="{@dir}" aria-current="page"><xsl:value-of select="@name"/></span></xsl:when>
        <xsl:otherwise><a href="{@href}" lang="{@tag}" hreflang="{@tag}" dir="{@dir}"><xsl:value-of select="@name"/></a></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- Date, number, edition, marking in one line. -->
  <xsl:template match="b:entry" mode="facts">
    <p class="facts">
      <xsl:for-each select="b:date | b:symbol | b:edition | b:marking">
        <xsl:if test="position() &gt; 1"><xsl:text> · </xsl:text></xsl:if>
        <xsl:choose>
          <xsl:when test="self::b:date"><time datetime="{@iso}"><xsl:value-of select="."/></time></xsl:when>
          <xsl:otherwise><span><xsl:value-of select="."/></span></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template match="b:entry" mode="title">
    <xsl:choose>
      <xsl:when test="@xml:lang != /b:site/@xml:lang"><span lang="{@xml:lang}" dir="{@dir}"><xsl:value-of select="b:plain-title"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="b:plain-title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is the matter with a bulletin that cannot be read here as it should. -->
  <xsl:template match="b:entry" mode="notice">
    <xsl:variable name="key">
      <xsl:choose>
        <xsl:when test="@status = 'withdrawn'">doc.withdrawn</xsl:when>
        <xsl:when test="@status = 'missing'">doc.language-missing</xsl:when>
        <xsl:when test="@status = 'fallback'">doc.fallback</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="string($key)">
      <p class="notice"><xsl:call-template name="label"><xsl:with-param name="key" select="string($key)"/></xsl:call-template></p>
    </xsl:if>
    <xsl:if test="b:language">
      <p class="available"><xsl:call-template name="label"><xsl:with-param name="key" select="'doc.languages-available'"/></xsl:call-template></p>
      <ul class="languages"><xsl:apply-templates select="b:language" mode="link"/></ul>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
