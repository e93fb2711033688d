<?xml version="1.0" encoding="UTF-8"?>
<!--
  Figures: number and caption above, notes and sources below, kept together.  A caption
  is the first child of the Figure or Table that it names (PDF/UA-2 8.2.5.27).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <!-- It stands at its place where there is room, else at the top of the next page. -->
  <xsl:template match="b:figure">
    <fo:float float="before"><xsl:call-template name="figure"/></fo:float>
  </xsl:template>

  <!-- A float holds no footnotes (XSL 1.1 6.12.2); what is part of an item stays in it. -->
  <xsl:template match="b:figure[parent::cm:item or parent::cm:block_quote
                                or (b:caption | b:note | b:source-line)//b:note]">
    <xsl:call-template name="figure"/>
  </xsl:template>

  <xsl:template name="figure">
    <fo:block id="{@id}" start-indent="0pt" space-before="14pt" space-after="10.5pt"
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

</xsl:stylesheet>
