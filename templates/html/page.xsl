<?xml version="1.0" encoding="UTF-8"?>
<!--
  What all pages have in common: head, skip link, the line of the publication with the languages,
  the foot. The including stylesheet sets the variables assets, home, path (of the page, below
  base-url) and the node-sets frame (publication, publisher, licence, base-url) and languages.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:variable name="base-url" select="string($frame/b:base-url)"/>
  <!--
    Nothing but our own style sheet and images. The nonce says once more that this one link is
    meant, for a page read from disk has no 'self' (the Nu checker takes it so); it is no secret
    and guards nothing: what keeps foreign markup out is that briefs have no HTML and that style
    and script elements are refused when the page is written.
  -->
  <xsl:variable name="nonce" select="translate($path, '/.', '-')"/>
  <xsl:variable name="csp">
    <xsl:text>default-src 'none'; style-src 'self' 'nonce-</xsl:text>
    <xsl:value-of select="$nonce"/>
    <xsl:text>'; img-src 'self' data:; font-src 'self'; base-uri 'none'; </xsl:text>
    <xsl:text>form-action 'none'</xsl:text>
  </xsl:variable>

  <!--
    The whole page. What stands in main is the root element's in mode "content": as a parameter it would be made
    twice, and a long bulletin is the largest thing there is. head is what else the head of this page says.
  -->
  <xsl:template name="page">
    <xsl:param name="title"/>
    <xsl:param name="description"/>
    <xsl:param name="type" select="'website'"/>
    <xsl:param name="head"/>
    <html lang="{$lang}" dir="{/*/@dir}">
      <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="{$csp}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$title"/></title>
        <xsl:if test="$description != ''">
          <meta name="description" content="{$description}"/>
        </xsl:if>
        <link rel="stylesheet" href="{$assets}style.css" nonce="{$nonce}"/>
        <link rel="icon" href="data:,"/>
        <xsl:call-template name="addresses"/>
        <meta property="og:type" content="{$type}"/>
        <meta property="og:site_name" content="{$frame/b:publication}"/>
        <meta property="og:title" content="{$title}"/>
        <xsl:if test="$description != ''">
          <meta property="og:description" content="{$description}"/>
        </xsl:if>
        <meta property="og:locale" content="{translate($lang, '-', '_')}"/>
        <xsl:copy-of select="$head"/>
      </head>
      <body>
        <a class="skip" href="#main">
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.skip'"/>
          </xsl:call-template>
        </a>
        <xsl:call-template name="site-header"/>
        <main id="main"><xsl:apply-templates select="/*" mode="content"/></main>
        <xsl:call-template name="site-footer"/>
      </body>
    </html>
  </xsl:template>

  <!--
    Addresses are absolute or they are not: none without a base-url. "index.html" is left off, as
    servers do.
  -->
  <xsl:template name="addresses">
    <xsl:if test="$base-url != ''">
      <xsl:variable name="up" select="substring-before(concat($path, 'index.html'), 'index.html')"/>
      <link rel="canonical" href="{$base-url}{$up}"/>
      <xsl:for-each select="$languages[count($languages) > 1]">
        <link rel="alternate" hreflang="{@tag}">
          <xsl:attribute name="href">
            <xsl:value-of select="$base-url"/>
            <xsl:call-template name="below-base">
              <xsl:with-param name="href" select="@href"/>
            </xsl:call-template>
          </xsl:attribute>
        </link>
      </xsl:for-each>
      <meta property="og:url" content="{$base-url}{$up}"/>
    </xsl:if>
  </xsl:template>

  <!-- "../../en/ID/index.html" without what leads up and without the name that servers supply. -->
  <xsl:template name="below-base">
    <xsl:param name="href"/>
    <xsl:choose>
      <xsl:when test="starts-with($href, '../')">
        <xsl:call-template name="below-base">
          <xsl:with-param name="href" select="substring($href, 4)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring-before(concat($href, 'index.html'), 'index.html')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="site-header">
    <header class="site">
      <xsl:for-each select="$frame/b:publication">
        <p class="site-name">
          <xsl:choose>
            <xsl:when test="$home != ''"><a href="{$home}"><xsl:call-template name="words"/></a></xsl:when>
            <xsl:otherwise><xsl:call-template name="words"/></xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:for-each>
      <xsl:if test="count($languages) > 1">
        <nav class="languages">
          <xsl:attribute name="aria-label">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.language'"/>
            </xsl:call-template>
          </xsl:attribute>
          <ul>
            <xsl:for-each select="$languages">
              <li><xsl:call-template name="language-link"/></li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template name="language-link">
    <a href="{@href}" hreflang="{@tag}" lang="{@tag}" dir="{@dir}">
      <xsl:if test="@current = 'true'">
        <xsl:attribute name="aria-current">page</xsl:attribute>
      </xsl:if>
      <xsl:value-of select="@name"/>
    </a>
  </xsl:template>

  <xsl:template name="site-footer">
    <footer class="site">
      <xsl:for-each select="$frame/b:publisher">
        <p><xsl:call-template name="words"/></p>
      </xsl:for-each>
      <xsl:for-each select="$frame/b:licence">
        <p>
          <xsl:call-template name="label-pair">
            <xsl:with-param name="key" select="'doc.licence'"/>
            <xsl:with-param name="value" select="."/>
          </xsl:call-template>
        </p>
      </xsl:for-each>
    </footer>
  </xsl:template>

  <!-- The text of an element, which may be of another language than the page's. -->
  <xsl:template name="words">
    <xsl:choose>
      <xsl:when test="@xml:lang != $lang">
        <span><xsl:call-template name="lang"/><xsl:value-of select="."/></span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- lang and dir of an element that says its language. -->
  <xsl:template name="lang">
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:attribute name="dir">
        <xsl:choose>
          <xsl:when test="@dir"><xsl:value-of select="@dir"/></xsl:when>
          <xsl:otherwise>auto</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- <time> where HTML can say the date: year, month or day; a longer EDTF date stays words. -->
  <xsl:template name="time">
    <xsl:param name="iso"/>
    <xsl:param name="content"/>
    <xsl:variable name="shape" select="translate($iso, '0123456789', '0000000000')"/>
    <xsl:choose>
      <xsl:when test="($shape = '0000' or $shape = '0000-00' or $shape = '0000-00-00')
                      and not(number(substring($iso, 6, 2)) > 12)">
        <time datetime="{$iso}"><xsl:copy-of select="$content"/></time>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
