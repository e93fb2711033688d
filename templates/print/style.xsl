<?xml version="1.0" encoding="UTF-8"?>
<!--
  The typography of a printed bulletin, in one place.

  The body is 470 pt wide on A4 and Letter. Text stands on 386 pt of it (some 70 characters), 84
  pt in from the start edge: that margin carries the numbers of paragraphs; titles, section
  headings, figures and wide tables use the whole width. The lines of text stand on a grid of 14
  pt that begins at the top of the page ("on-grid"), so that those of facing pages agree; what is
  set smaller (tables, captions, notes, sources) has leadings of its own, and the text after it
  finds the grid again. One serif for reading, one sans for finding, one accent colour, dark enough
  to be a dark grey in greyscale.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:b="urn:chancery:bulletin" exclude-result-prefixes="b">

  <xsl:variable name="accent" select="'#17506b'"/>
  <xsl:variable name="muted" select="'#5a5f66'"/>
  <xsl:variable name="rule" select="'#b9bec5'"/>
  <xsl:variable name="tint" select="'#eef2f5'"/>
  <xsl:variable name="indent" select="84"/>
  <xsl:variable name="body-features" select="'liga 0, clig 0'"/>
  <xsl:variable name="table-features" select="'liga 0, clig 0, tnum 1'"/>

  <xsl:variable name="paper" select="string(/b:bulletin/b:meta/b:paper)"/>
  <xsl:variable name="page-width">
    <xsl:choose>
      <xsl:when test="$paper = 'letter'">612pt</xsl:when>
      <xsl:otherwise>595.28pt</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="page-height">
    <xsl:choose>
      <xsl:when test="$paper = 'letter'">792pt</xsl:when>
      <xsl:otherwise>841.89pt</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="page-margin">
    <xsl:choose>
      <xsl:when test="$paper = 'letter'">71pt</xsl:when>
      <xsl:otherwise>62.64pt</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- Across a page that lies: its height without the margins. -->
  <xsl:variable name="wide-measure">
    <xsl:choose>
      <xsl:when test="$paper = 'letter'">650</xsl:when>
      <xsl:otherwise>716.61</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- 47 lines on A4, 44 on Letter; 50 and 47 on the first page, which has no running head. -->
  <xsl:variable name="body-foot">
    <xsl:choose>
      <xsl:when test="$paper = 'letter'">50pt</xsl:when>
      <xsl:otherwise>57.89pt</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!--
    Emphasis where a script has no italic: the language's label file says how, else its script
    decides.
  -->
  <xsl:variable name="emphasis">
    <xsl:choose>
      <xsl:when test="key('label', 'meta.emphasis')">
        <xsl:value-of select="key('label', 'meta.emphasis')"/>
      </xsl:when>
      <xsl:when test="contains(' ar fa ur he yi zh ja ko ', concat(' ', $primary, ' '))">
        <xsl:text>weight</xsl:text>
      </xsl:when>
      <xsl:otherwise>italic</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:attribute-set name="page">
    <xsl:attribute name="page-width"><xsl:value-of select="$page-width"/></xsl:attribute>
    <xsl:attribute name="page-height"><xsl:value-of select="$page-height"/></xsl:attribute>
    <xsl:attribute name="margin-left"><xsl:value-of select="$page-margin"/></xsl:attribute>
    <xsl:attribute name="margin-right"><xsl:value-of select="$page-margin"/></xsl:attribute>
    <xsl:attribute name="margin-top">42pt</xsl:attribute>
    <xsl:attribute name="margin-bottom">42pt</xsl:attribute>
  </xsl:attribute-set>

  <!--
    Everything inherited that a footnote or a table must not take from where it happens to stand.
  -->
  <xsl:attribute-set name="plain">
    <xsl:attribute name="font-family">serif</xsl:attribute>
    <xsl:attribute name="font-weight">normal</xsl:attribute>
    <xsl:attribute name="font-style">normal</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="text-align-last">relative</xsl:attribute>
    <xsl:attribute name="text-indent">0pt</xsl:attribute>
    <xsl:attribute name="color">#1b1d20</xsl:attribute>
    <xsl:attribute name="start-indent">0pt</xsl:attribute>
    <xsl:attribute name="end-indent">0pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- It begins on a line of the grid. -->
  <xsl:attribute-set name="on-grid">
    <xsl:attribute name="c:grid">14pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="furniture">
    <xsl:attribute name="font-family">sans-serif</xsl:attribute>
    <xsl:attribute name="font-size">8pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading">
    <xsl:attribute name="c:balance">true</xsl:attribute>
    <xsl:attribute name="font-family">sans-serif</xsl:attribute>
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- Of each kind the heights make whole lines, with the space below, so that the text is on the grid. -->
  <xsl:attribute-set name="heading-1" use-attribute-sets="heading on-grid">
    <xsl:attribute name="start-indent">0pt</xsl:attribute>
    <xsl:attribute name="font-size">14pt</xsl:attribute>
    <xsl:attribute name="line-height">21pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="space-before">21pt</xsl:attribute>
    <xsl:attribute name="space-after">10.5pt</xsl:attribute>
    <xsl:attribute name="border-before-style">solid</xsl:attribute>
    <xsl:attribute name="border-before-width">0.5pt</xsl:attribute>
    <xsl:attribute name="border-before-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="padding-before">10pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading-2" use-attribute-sets="heading on-grid">
    <xsl:attribute name="font-size">11pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="space-before">7pt</xsl:attribute>
    <xsl:attribute name="padding-before">7pt</xsl:attribute>
    <xsl:attribute name="space-after">7pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading-3" use-attribute-sets="heading on-grid">
    <xsl:attribute name="font-size">9.5pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="space-before">7pt</xsl:attribute>
    <xsl:attribute name="space-after">0pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="paragraph" use-attribute-sets="on-grid">
    <xsl:attribute name="space-after">7pt</xsl:attribute>
    <xsl:attribute name="text-align">justify</xsl:attribute>
  </xsl:attribute-set>

  <!-- What a part of the first page is, in the margin beside it. -->
  <xsl:attribute-set name="margin-word">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">true</xsl:attribute>
  </xsl:attribute-set>

  <!-- Captions, sources and notes under figures and tables. -->
  <xsl:attribute-set name="caption" use-attribute-sets="plain">
    <xsl:attribute name="font-family">sans-serif</xsl:attribute>
    <xsl:attribute name="font-size">9.5pt</xsl:attribute>
    <xsl:attribute name="line-height">14pt</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="source-line" use-attribute-sets="plain">
    <xsl:attribute name="font-family">sans-serif</xsl:attribute>
    <xsl:attribute name="font-size">8pt</xsl:attribute>
    <xsl:attribute name="line-height">10.5pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$muted"/></xsl:attribute>
    <xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="footnote" use-attribute-sets="plain">
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="line-height">10.5pt</xsl:attribute>
    <xsl:attribute name="start-indent"><xsl:value-of select="$indent"/>pt</xsl:attribute>
    <xsl:attribute name="hyphenate">true</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="mark">
    <xsl:attribute name="baseline-shift">super</xsl:attribute>
    <xsl:attribute name="font-family">sans-serif</xsl:attribute>
    <xsl:attribute name="font-size">6.5pt</xsl:attribute>
    <xsl:attribute name="line-height">7pt</xsl:attribute>
    <xsl:attribute name="font-weight">normal</xsl:attribute>
    <xsl:attribute name="font-style">normal</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
