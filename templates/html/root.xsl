<?xml version="1.0" encoding="UTF-8"?>
<!-- The way in: each language with the publication's title in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:import href="site.xsl"/>

  <xsl:template match="/b:site">
    <xsl:variable name="choose"><xsl:call-template name="choose"/></xsl:variable>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="string(b:publication)"/>
      <xsl:with-param name="description" select="concat(b:publication, ' – ', $choose)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="choose">
    <xsl:call-template name="label">
      <xsl:with-param name="key" select="'index.choose-language'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/b:site" mode="content">
    <div class="index">
      <h1><xsl:for-each select="b:publication"><xsl:call-template name="words"/></xsl:for-each></h1>
      <nav class="choose" aria-labelledby="choose">
        <h2 id="choose"><xsl:call-template name="choose"/></h2>
        <ul>
          <xsl:for-each select="$languages">
            <li>
              <a href="{@href}" hreflang="{@tag}" lang="{@tag}" dir="{@dir}">
                <span class="language-name"><xsl:value-of select="@name"/></span>
                <xsl:for-each select="b:publication">
                  <xsl:text> </xsl:text>
                  <span class="language-title">
                    <xsl:call-template name="lang"/>
                    <xsl:value-of select="."/>
                  </span>
                </xsl:for-each>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </div>
  </xsl:template>

  <!-- The page is the choice: no second one in its head. -->
  <xsl:template name="site-header"/>

</xsl:stylesheet>
