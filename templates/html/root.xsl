<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the site starts: the languages there are. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="urn:chancery:bulletin" exclude-result-prefixes="b">

  <xsl:include href="site.xsl"/>

  <xsl:template match="/b:site">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="b:publication"/>
      <xsl:with-param name="content">
        <h1><xsl:apply-templates select="b:publication" mode="tagged"/></h1>
        <ul class="start">
          <xsl:for-each select="b:language">
            <li lang="{@tag}" dir="{@dir}">
              <a href="{@href}" hreflang="{@tag}">
                <span class="name"><xsl:value-of select="@name"/></span>
                <xsl:text> </xsl:text>
                <span class="publication">
                  <xsl:if test="b:publication/@xml:lang">
                    <xsl:attribute name="lang"><xsl:value-of select="b:publication/@xml:lang"/></xsl:attribute>
                  </xsl:if>
                  <xsl:value-of select="b:publication"/>
                </span>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
