<?xml version="1.0" encoding="UTF-8"?>
<!-- In the place of a bulletin that was withdrawn, or that is not there in this language. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="urn:chancery:bulletin" exclude-result-prefixes="b">

  <xsl:include href="site.xsl"/>

  <xsl:template match="/b:site">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="concat(b:entry/b:plain-title, ' – ', b:publication)"/>
      <xsl:with-param name="content">
        <h1><xsl:apply-templates select="b:entry" mode="title"/></h1>
        <xsl:apply-templates select="b:entry" mode="facts"/>
        <xsl:apply-templates select="b:entry" mode="notice"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
