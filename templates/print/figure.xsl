<?xml version="1.0" encoding="UTF-8"?>
<!--
  Figures and tables: number and caption above, notes and sources below, kept together. A caption
  is the first child of the Figure or Table that it names (PDF/UA-2 8.2.5.27).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <!-- It stands at its place where there is room, else at the top of the next page. -->
  <xsl:template match="b:figure">
    <fo:float float="before">
      <fo:block id="{@id}" start-indent="0pt" space-before="14pt" space-after="14pt"
                keep-together.within-column="always">
        <xsl:apply-templates select="@sourcepos"/>
        <fo:block role="Figure" c:alt="{b:alt}">
          <xsl:apply-templates select="@sourcepos"/>
          <xsl:apply-templates select="b:caption"/>
          <fo:block role="NonStruct" xsl:use-attribute-sets="plain" space-after="3.5pt">
            <fo:external-graphic role="NonStruct" src="url({@src})">
              <xsl:if test="@width">
                <xsl:attribute name="content-width">
                  <xsl:value-of select="concat(@width, 'pt')"/>
                </xsl:attribute>
              </xsl:if>
              <xsl:if test="@height">
                <xsl:attribute name="content-height">
                  <xsl:value-of select="concat(@height, 'pt')"/>
                </xsl:attribute>
              </xsl:if>
            </fo:external-graphic>
          </fo:block>
        </fo:block>
        <xsl:apply-templates select="b:note | b:source-line" mode="under"/>
      </fo:block>
    </fo:float>
  </xsl:template>

  <xsl:template match="b:caption">
    <xsl:param name="in" select="0"/>
    <fo:block role="Caption" xsl:use-attribute-sets="caption" start-indent="{$in}pt"
              border-before-style="solid" border-before-width="0.5pt"
              border-before-color="{$accent}" padding-before="3pt" space-after="3.5pt">
      <xsl:if test="../@label">
        <fo:inline font-weight="bold" color="{$accent}">
          <xsl:value-of select="../@label"/>
        </fo:inline>
        <xsl:if test="*"><xsl:text>&#x2002;</xsl:text></xsl:if>
      </xsl:if>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="b:note" mode="under">
    <xsl:param name="in" select="0"/>
    <fo:block role="P" xsl:use-attribute-sets="source-line" start-indent="{$in}pt"
              space-before="3.5pt">
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="b:source-line" mode="under">
    <xsl:param name="in" select="0"/>
    <fo:block role="P" xsl:use-attribute-sets="source-line" start-indent="{$in}pt"
              space-before="3.5pt">
      <fo:inline font-weight="bold">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.source-label'"/>
        </xsl:call-template>
      </fo:inline>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="*"/>
    </fo:block>
  </xsl:template>

  <!-- A table of up to four columns stands on the measure, a wider one takes the whole width. -->
  <xsl:template match="b:table">
    <xsl:variable name="columns" select="b:columns/b:column"/>
    <xsl:variable name="in" select="$indent * (count($columns) &lt; 4)"/>
    <fo:block id="{@id}" start-indent="{$in}pt" space-before="14pt" space-after="14pt">
      <fo:block role="Table">
      <xsl:apply-templates select="b:caption">
        <xsl:with-param name="in" select="$in"/>
      </xsl:apply-templates>
      <fo:table role="NonStruct" table-layout="auto" width="{470 - $in}pt" border-collapse="separate"
                xsl:use-attribute-sets="plain" start-indent="{$in}pt" font-family="sans-serif"
                font-size="8.5pt" line-height="10.5pt" hyphenate="true"
                c:features="{$table-features}">
        <xsl:apply-templates select="@sourcepos"/>
        <xsl:if test="count(b:tbody/b:tr) &lt; 9">
          <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
        </xsl:if>
        <xsl:for-each select="$columns"><fo:table-column/></xsl:for-each>
        <xsl:if test="b:thead/b:tr">
          <fo:table-header start-indent="0pt" font-weight="bold" color="{$accent}">
            <xsl:apply-templates select="b:thead/b:tr">
              <xsl:with-param name="columns" select="$columns"/>
            </xsl:apply-templates>
          </fo:table-header>
        </xsl:if>
        <fo:table-body start-indent="0pt">
          <xsl:apply-templates select="b:tbody/b:tr">
            <xsl:with-param name="columns" select="$columns"/>
          </xsl:apply-templates>
          <xsl:if test="not(b:tbody/b:tr)">
            <fo:table-row>
              <fo:table-cell number-columns-spanned="{count($columns)}"><fo:block/></fo:table-cell>
            </fo:table-row>
          </xsl:if>
        </fo:table-body>
      </fo:table>
      </fo:block>
      <xsl:apply-templates select="b:note | b:source-line" mode="under">
        <xsl:with-param name="in" select="$in"/>
      </xsl:apply-templates>
    </fo:block>
  </xsl:template>

  <xsl:template match="b:tr">
    <xsl:param name="columns"/>
    <fo:table-row keep-together.within-column="always">
      <xsl:apply-templates select="b:th | b:td">
        <xsl:with-param name="columns" select="$columns"/>
      </xsl:apply-templates>
    </fo:table-row>
  </xsl:template>

  <!-- There may be tens of thousands: one instruction a cell, no templates within. -->
  <xsl:template match="b:td | b:th[not(*)]">
    <xsl:param name="columns"/>
    <xsl:variable name="i" select="position()"/>
    <fo:table-cell padding-before="3.25pt" padding-after="3.25pt" border-after-style="solid"
                   border-after-width="0.5pt" border-after-color="{$rule}"
                   padding-end="{14 * ($i &lt; last())}pt" text-align="{$columns[$i]/@align}">
      <fo:block><xsl:apply-templates select="*"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="b:th">
    <xsl:param name="columns"/>
    <xsl:variable name="i" select="position()"/>
    <fo:table-cell role="TH" c:scope="row" padding-before="3.25pt" padding-after="3.25pt"
                   border-after-style="solid" border-after-width="0.5pt"
                   border-after-color="{$rule}" padding-end="{14 * ($i &lt; last())}pt"
                   text-align="{$columns[$i]/@align}">
      <fo:block><xsl:apply-templates select="*"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="b:thead/b:tr/b:th[*]">
    <xsl:param name="columns"/>
    <xsl:variable name="i" select="position()"/>
    <fo:table-cell role="TH" c:scope="column" padding-before="3.25pt" padding-after="3.25pt"
                   border-after-style="solid" border-after-width="0.5pt"
                   border-after-color="{$accent}" padding-end="{14 * ($i &lt; last())}pt"
                   text-align="{$columns[$i]/@align}" display-align="after">
      <fo:block><xsl:apply-templates select="*"/></fo:block>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
