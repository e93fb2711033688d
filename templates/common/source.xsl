<?xml version="1.0" encoding="UTF-8"?>
<!--
  A source as one sentence: author, title, symbol, date, pinpoint; what it was read through; when;
  where. The parts themselves are made by the including stylesheet in mode "part". The second
  citation of a source is short.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:b="urn:chancery:bulletin" xmlns:cm="http://commonmark.org/xml/1.0"
                exclude-result-prefixes="b cm">

  <xsl:template match="b:source | b:citation" mode="source">
    <xsl:choose>
      <xsl:when test="@again">
        <xsl:call-template name="source-parts">
          <xsl:with-param name="parts" select="b:author | b:title | b:pinpoint"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="whole-source"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="whole-source">
    <xsl:call-template name="source-parts">
      <xsl:with-param name="parts" select="b:author | b:title | b:symbol | b:date | b:pinpoint"/>
    </xsl:call-template>
    <xsl:for-each select="b:covers[not(../b:date)]">
      <xsl:value-of select="$comma"/>
      <xsl:call-template name="part-in">
        <xsl:with-param name="key" select="'cite.covers'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="b:via">
      <xsl:value-of select="$semicolon"/>
      <xsl:call-template name="part-in">
        <xsl:with-param name="key" select="'cite.via'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="b:url">
      <xsl:value-of select="$comma"/>
      <xsl:apply-templates select="." mode="part"/>
    </xsl:for-each>
    <xsl:for-each select="b:accessed">
      <xsl:value-of select="$comma"/>
      <xsl:call-template name="part-in">
        <xsl:with-param name="key" select="'cite.accessed'"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- With a full stop, unless an abbreviation ends the words already. -->
  <xsl:template match="b:source | b:citation" mode="sentence">
    <xsl:variable name="words"><xsl:apply-templates select="." mode="source"/></xsl:variable>
    <xsl:copy-of select="$words"/>
    <xsl:if test="substring($words, string-length($words)) != $full-stop">
      <xsl:value-of select="$full-stop"/>
    </xsl:if>
  </xsl:template>

  <!-- The part inside its label: "cited in …". -->
  <xsl:template name="part-in">
    <xsl:param name="key"/>
    <xsl:call-template name="label-around">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="n"><xsl:apply-templates select="." mode="part"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="source-parts">
    <xsl:param name="parts"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() > 1"><xsl:value-of select="$comma"/></xsl:if>
      <xsl:apply-templates select="." mode="part"/>
    </xsl:for-each>
  </xsl:template>

  <!--
    The notes of a table, by its generated id; those of the text, by ''.  (One walk; with "[@kind]" here it would be a
    slower one.)
  -->
  <xsl:key name="notes-of" match="b:note" use="generate-id(ancestor::b:table)"/>

  <!--
    The words of a note: what it cites as a sentence, then the author's words. Citations may also
    stand among the words, where accounts are set side by side (kind "claims").
  -->
  <xsl:template name="note-words">
    <xsl:for-each select="b:citation[parent::b:note/@kind = 'cite']">
      <xsl:apply-templates select="." mode="sentence"/>
      <xsl:if test="following-sibling::*"><xsl:text> </xsl:text></xsl:if>
    </xsl:for-each>
    <xsl:apply-templates select="cm:paragraph[1]/*"/>
    <xsl:apply-templates select="*[not(self::cm:paragraph
                                   or (self::b:citation and ../@kind = 'cite'))]"/>
  </xsl:template>

  <xsl:template match="b:citation"><xsl:apply-templates select="." mode="source"/></xsl:template>

  <!-- In a note of the author's: where the text has a mark for it, close behind its words, are words here. -->
  <xsl:template match="b:note[@kind = 'note']//b:citation">
    <xsl:variable name="before" select="string(preceding-sibling::node()[1]/self::cm:text)"/>
    <xsl:if test="$before and translate(substring($before, string-length($before)), ' &#xA0;([“„«「（', '')">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="following-sibling::node()"><xsl:apply-templates select="." mode="source"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="sentence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The headings right below one, by its id; those at the top by ''. -->
  <xsl:key name="below" match="/b:bulletin/cm:document/cm:heading" use="string(@below)"/>

  <!-- The text of a title without its notes: for contents, bookmarks, running heads. -->
  <xsl:template match="cm:softbreak | cm:linebreak" mode="plain">
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="b:note | b:noteref" mode="plain"/>

</xsl:stylesheet>
