<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of CommonMark. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <!--
    White space between elements is nobody's; words stand in cm:text and a few elements of ours.
  -->
  <xsl:template match="text()"/>

  <!-- Level 1 is h2, for the title is h1. -->
  <xsl:template match="cm:heading">
    <xsl:element name="h{@level + 1}">
      <xsl:copy-of select="@id"/>
      <xsl:if test="@number">
        <span class="heading-number"><xsl:value-of select="@number"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <!-- The number is the address of its paragraph, the same in every language. -->
  <xsl:template match="cm:paragraph[@number]">
    <p id="{@id}" class="numbered">
      <a class="number" href="#{@id}">
        <xsl:if test="key('label', 'doc.paragraph-n')">
          <xsl:attribute name="aria-label">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.paragraph-n'"/>
              <xsl:with-param name="n" select="string(@number)"/>
            </xsl:call-template>
          </xsl:attribute>
        </xsl:if>
        <xsl:value-of select="@number"/>
      </a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="*"/>
    </p>
  </xsl:template>

  <xsl:template match="cm:paragraph">
    <p><xsl:copy-of select="@id"/><xsl:apply-templates select="*"/></p>
  </xsl:template>

  <xsl:template match="cm:list[@tight = 'true']/cm:item/cm:paragraph">
    <xsl:choose>
      <xsl:when test="@id"><span id="{@id}"><xsl:apply-templates select="*"/></span></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="cm:list">
    <ul><xsl:copy-of select="@id"/><xsl:apply-templates select="cm:item"/></ul>
  </xsl:template>

  <xsl:template match="cm:list[@type = 'ordered']">
    <ol>
      <xsl:copy-of select="@id"/>
      <xsl:if test="@start != 1"><xsl:copy-of select="@start"/></xsl:if>
      <xsl:apply-templates select="cm:item"/>
    </ol>
  </xsl:template>

  <xsl:template match="cm:item">
    <li><xsl:copy-of select="@id"/><xsl:apply-templates select="*"/></li>
  </xsl:template>

  <xsl:template match="cm:block_quote">
    <blockquote><xsl:copy-of select="@id"/><xsl:apply-templates select="*"/></blockquote>
  </xsl:template>

  <xsl:template match="cm:code_block">
    <pre tabindex="0"><xsl:copy-of select="@id"/><code><xsl:value-of select="."/></code></pre>
  </xsl:template>

  <xsl:template match="cm:thematic_break"><hr/></xsl:template>

</xsl:stylesheet>
