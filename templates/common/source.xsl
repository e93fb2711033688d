<?xml version="1.0" encoding="UTF-8"?>
<!--
  A source as one sentence without its full stop: author, title, symbol, date, pinpoint; what it was read through; when; where.
  The parts themselves are made by the including stylesheet in mode "part".  The second citation of a source is short.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="urn:chancery:bulletin" xmlns:cm="http://commonmark.org/xml/1.0"
                exclude-result-prefixes="b cm">

  <xsl:key name="citation" match="b:citation" use="@source"/>
  <xsl:key name="source" match="b:sources/b:source" use="@id"/>

  <xsl:template match="b:citation[generate-id() != generate-id(key('citation', @source)[1])]"
                mode="source" priority="1">
    <xsl:call-template name="source-parts">
      <xsl:with-param name="parts" select="b:author | b:title | b:pinpoint"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="b:source | b:citation" mode="source">
    <xsl:call-template name="source-parts">
      <xsl:with-param name="parts" select="b:author | b:title | b:symbol | b:date | b:pinpoint"/>
    </xsl:call-template>
    <xsl:apply-templates select="b:covers[not(../b:date)]" mode="source"/>
    <xsl:if test="b:via">
      <xsl:value-of select="$semicolon"/>
      <xsl:call-template name="label-space"><xsl:with-param name="key" select="'doc.via'"/></xsl:call-template>
      <xsl:apply-templates select="b:via" mode="part"/>
    </xsl:if>
    <xsl:if test="b:url">
      <xsl:value-of select="$comma"/>
      <xsl:apply-templates select="b:url" mode="part"/>
    </xsl:if>
    <xsl:if test="b:accessed">
      <xsl:value-of select="$comma"/>
      <xsl:call-template name="label-space"><xsl:with-param name="key" select="'doc.accessed'"/></xsl:call-template>
      <xsl:apply-templates select="b:accessed" mode="part"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="b:covers" mode="source">
    <xsl:text> (</xsl:text>
    <xsl:apply-templates select="." mode="part"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template name="source-parts">
    <xsl:param name="parts"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() > 1"><xsl:value-of select="$comma"/></xsl:if>
      <xsl:apply-templates select="." mode="part"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="label-space">
    <xsl:param name="key"/>
    <xsl:if test="key('label', $key)">
      <xsl:call-template name="label"><xsl:with-param name="key" select="$key"/></xsl:call-template>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The content of a note: citations, then the author's words (inlines), each sentence ended once. -->
  <xsl:template name="note-citations">
    <xsl:for-each select="b:citation">
      <xsl:if test="position() > 1"><xsl:value-of select="$semicolon"/></xsl:if>
      <xsl:apply-templates select="." mode="source"/>
    </xsl:for-each>
    <xsl:if test="b:citation"><xsl:value-of select="$full-stop"/></xsl:if>
  </xsl:template>

  <!-- The text of a title without its notes: for contents, bookmarks, running heads. -->
  <xsl:template match="cm:text | cm:code | b:fact/text() | b:entity/text() | b:ref/text()" mode="plain">
    <xsl:value-of select="."/>
  </xsl:template>
  <xsl:template match="cm:softbreak | cm:linebreak" mode="plain"><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="text()" mode="plain" priority="-1"/>
  <xsl:template match="b:note | b:noteref" mode="plain"/>

</xsl:stylesheet>
