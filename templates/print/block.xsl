<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of CommonMark: headings, paragraphs, lists, quotations, code. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:template match="@sourcepos">
    <xsl:attribute name="c:source"><xsl:value-of select="concat($file, ':', .)"/></xsl:attribute>
  </xsl:template>

  <!--
    A rule in the margin beside a passage whose original has changed since it was translated, or that is not translated.
  -->
  <xsl:template match="@state">
    <xsl:attribute name="border-start-style">solid</xsl:attribute>
    <xsl:attribute name="border-start-width">2pt</xsl:attribute>
    <xsl:attribute name="border-start-color"><xsl:value-of select="$accent"/></xsl:attribute>
    <xsl:attribute name="padding-start">5pt</xsl:attribute>
  </xsl:template>

  <xsl:template match="cm:*/@xml:lang">
    <xsl:attribute name="xml:lang"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <!-- How far in a block stands: each quotation and each item moves it by one line's height. -->
  <xsl:template name="start-indent">
    <xsl:attribute name="start-indent">
      <xsl:value-of select="$indent + 14 * count(ancestor-or-self::cm:block_quote
                                                 | ancestor::cm:item)"/>
      <xsl:text>pt</xsl:text>
    </xsl:attribute>
  </xsl:template>

  <!-- HEADINGS: level 1 is H2, for the title is H1. -->
  <xsl:template match="cm:heading[@level = 1]">
    <fo:block id="{@id}" role="H2" xsl:use-attribute-sets="heading-1">
      <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
      <fo:marker marker-class-name="section">
        <xsl:apply-templates select="." mode="title"/>
      </fo:marker>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- The number in the margin, the words on the measure. -->
  <xsl:template match="cm:heading[@level = 1 and @number]" priority="1">
    <fo:list-block id="{@id}" role="H2" xsl:use-attribute-sets="heading-1"
                   provisional-distance-between-starts="{$indent}pt"
                   provisional-label-separation="7pt">
      <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="Lbl" end-indent="label-end()">
          <fo:block role="NonStruct"><xsl:value-of select="@number"/></fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:block role="NonStruct">
            <fo:marker marker-class-name="section">
              <xsl:apply-templates select="." mode="title"/>
            </fo:marker>
            <xsl:apply-templates select="*"/>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="cm:heading[@level = 2]">
    <fo:block id="{@id}" role="H3" xsl:use-attribute-sets="heading-2">
      <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
      <xsl:call-template name="heading-text"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="cm:heading">
    <fo:block id="{@id}" role="H{@level + 1}" xsl:use-attribute-sets="heading-3">
      <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
      <xsl:call-template name="heading-text"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="heading-text">
    <xsl:if test="@number">
      <fo:inline role="Lbl"><xsl:value-of select="@number"/></fo:inline>
      <xsl:text>&#x2003;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- What introduces a list stands with its first item, if that costs no great hole. -->
  <xsl:template name="keep-with-list">
    <xsl:if test="following-sibling::*[1]/self::cm:list">
      <xsl:attribute name="keep-with-next.within-column">200</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- PARAGRAPHS: the number hangs in the margin, right before its text. -->
  <xsl:template match="cm:paragraph[@number]">
    <fo:list-block id="{@id}" role="P" xsl:use-attribute-sets="on-grid" space-after="7pt"
                   start-indent="0pt"
                   provisional-distance-between-starts="{$indent}pt"
                   provisional-label-separation="14pt">
      <xsl:call-template name="keep-with-list"/>
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="Lbl" end-indent="label-end()">
          <fo:block role="NonStruct" text-align="end" font-family="sans-serif" font-size="8.5pt"
                    color="{$muted}">
            <xsl:value-of select="@number"/>
          </fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:block role="NonStruct" text-align="justify">
            <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
            <xsl:apply-templates select="*"/>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="cm:paragraph">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:call-template name="keep-with-list"/>
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- In a tight list the items are paragraphs that stand close. -->
  <xsl:template match="cm:item/cm:paragraph">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:if test="../../@tight = 'true'">
        <xsl:attribute name="space-after">0pt</xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- LISTS -->
  <xsl:template match="cm:list">
    <fo:list-block xsl:use-attribute-sets="on-grid" space-after="7pt"
                   provisional-label-separation="3.5pt">
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates select="@state | @xml:lang"/>
      <xsl:call-template name="start-indent"/>
      <xsl:attribute name="provisional-distance-between-starts">
        <xsl:choose>
          <xsl:when test="@type = 'ordered' and @start + count(cm:item) > 100">28pt</xsl:when>
          <xsl:when test="@type = 'ordered' and @start + count(cm:item) > 10">21pt</xsl:when>
          <xsl:otherwise>14pt</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="cm:item"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="cm:item">
    <fo:list-item>
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates select="@state | @xml:lang"/>
      <fo:list-item-label end-indent="label-end()">
        <fo:block role="NonStruct" text-align="start">
          <xsl:apply-templates select=".." mode="marker">
          <xsl:with-param name="position" select="position()"/>
        </xsl:apply-templates></fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <xsl:apply-templates select="*"/>
        <xsl:if test="not(*)"><fo:block/></xsl:if>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template match="cm:list[@type = 'ordered']" mode="marker">
    <xsl:param name="position"/>
    <xsl:value-of select="$position + @start - 1"/>
    <xsl:value-of select="$full-stop"/>
  </xsl:template>

  <xsl:template match="cm:list[@type = 'ordered' and not(@start)]" mode="marker" priority="1">
    <xsl:param name="position"/>
    <xsl:value-of select="concat($position, $full-stop)"/>
  </xsl:template>

  <xsl:template match="cm:list" mode="marker">
    <xsl:choose>
      <xsl:when test="ancestor::cm:list[@type = 'bullet']">–</xsl:when>
      <xsl:otherwise>•</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- QUOTATIONS, CODE, RULES -->
  <xsl:template match="cm:block_quote">
    <fo:block role="BlockQuote" end-indent="14pt" font-size="9.5pt" space-before="7pt"
              space-after="7pt">
      <xsl:call-template name="start-indent"/>
      <xsl:copy-of select="@id | @xml:lang"/>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="cm:code_block">
    <fo:block role="Code" xsl:use-attribute-sets="on-grid" font-family="monospace"
              font-size="8.5pt" line-height="10.5pt" text-align="start" hyphenate="false"
              space-before="7pt" space-after="7pt" background-color="{$tint}" margin-left="0pt"
              margin-right="0pt" padding="7pt" linefeed-treatment="preserve"
              white-space-treatment="preserve" white-space-collapse="false" wrap-option="wrap">
      <!-- Code reads from left to right whatever the language around it. -->
      <xsl:if test="/b:bulletin/@dir = 'rtl'">
        <xsl:attribute name="writing-mode">lr-tb</xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="@id"/>
      <xsl:apply-templates select="@sourcepos | @state | @xml:lang"/>
      <xsl:if test="string-length(.) &lt; 1500">
        <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="code-text"/>
    </fo:block>
  </xsl:template>

  <!-- The line feed that ends the last line makes no line. -->
  <xsl:template name="code-text">
    <xsl:variable name="last" select="string-length(.)"/>
    <xsl:choose>
      <xsl:when test="substring(., $last) = '&#10;'">
        <xsl:value-of select="substring(., 1, $last - 1)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="cm:thematic_break">
    <fo:block role="Artifact" xsl:use-attribute-sets="on-grid" text-align="center"
              text-align-last="center" space-before="7pt" space-after="7pt"
              keep-with-previous.within-column="always">
      <fo:leader leader-pattern="rule" leader-length="56pt" rule-thickness="0.5pt"
                 color="{$muted}"/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
