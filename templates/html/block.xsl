<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of CommonMark. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <!--
    What is said of a block as a whole: its id; its language, and whether the original has changed since it was
    translated, or it stands in for a translation that is missing.
  -->
  <xsl:template name="about">
    <xsl:copy-of select="@id"/>
    <xsl:if test="@xml:lang or @state">
      <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="@dir"/>
      <xsl:if test="@state">
        <xsl:attribute name="data-state"><xsl:value-of select="@state"/></xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The same for who cannot see the margin. -->
  <xsl:template name="state">
    <xsl:if test="@state">
      <span class="state" lang="{$lang}" dir="{/b:bulletin/@dir}">
        <xsl:call-template name="label">
          <xsl:with-param name="key">
            <xsl:choose>
              <xsl:when test="@state = 'stale'">doc.stale</xsl:when>
              <xsl:otherwise>doc.translation-missing</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:text> </xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Level 1 is h2, for the title is h1. -->
  <xsl:template match="cm:heading">
    <xsl:element name="h{@level + 1}">
      <xsl:call-template name="about"/>
      <xsl:call-template name="state"/>
      <xsl:if test="@number">
        <span class="heading-number"><xsl:value-of select="@number"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="*"/>
    </xsl:element>
  </xsl:template>

  <!-- The number is the address of its paragraph, the same in every language. -->
  <xsl:template match="cm:paragraph[@number]">
    <p class="numbered">
      <xsl:call-template name="about"/>
      <xsl:call-template name="state"/>
      <a class="number" href="#{@id}">
        <xsl:if test="key('label', 'doc.paragraph-n')">
          <xsl:attribute name="title">
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
    <p><xsl:call-template name="about"/><xsl:call-template name="state"/><xsl:apply-templates select="*"/></p>
  </xsl:template>

  <xsl:template match="cm:list[@tight = 'true']/cm:item/cm:paragraph">
    <xsl:choose>
      <xsl:when test="@id | @state">
        <span>
          <xsl:call-template name="about"/><xsl:call-template name="state"/>
          <xsl:apply-templates select="*"/>
        </span>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="cm:list">
    <ul><xsl:call-template name="about"/><xsl:apply-templates select="cm:item"/></ul>
  </xsl:template>

  <xsl:template match="cm:list[@type = 'ordered']">
    <ol>
      <xsl:call-template name="about"/>
      <xsl:if test="@start != 1"><xsl:copy-of select="@start"/></xsl:if>
      <xsl:apply-templates select="cm:item"/>
    </ol>
  </xsl:template>

  <xsl:template match="cm:item">
    <li><xsl:call-template name="about"/><xsl:apply-templates select="*"/></li>
  </xsl:template>

  <xsl:template match="cm:block_quote">
    <blockquote><xsl:call-template name="about"/><xsl:apply-templates select="*"/></blockquote>
  </xsl:template>

  <xsl:template match="cm:code_block">
    <pre tabindex="0"><xsl:call-template name="about"/><code><xsl:value-of select="."/></code></pre>
  </xsl:template>

  <xsl:template match="cm:thematic_break"><hr/></xsl:template>

</xsl:stylesheet>
