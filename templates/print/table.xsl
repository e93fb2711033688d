<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables: a rule under each row, heads repeated on each page with a line that says so.

  There may be tens of thousands of cells: as few attributes and instructions a cell as can be, and
  what is inherited stands on the table.  Long tables are set tighter, a row on the line grid.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:variable name="row-rule" select="concat('0.5pt solid ', $rule)"/>
  <xsl:variable name="head-rule" select="concat('0.75pt solid ', $accent)"/>

  <!-- A small one with a number floats as figures do, unless it has footnotes. -->
  <xsl:template match="cm:document/b:table[@label and count(b:tbody/b:tr) &lt; 9 and not(*//b:note)]">
    <fo:float float="before"><xsl:call-template name="table"/></fo:float>
  </xsl:template>

  <!-- One that needs a page that lies is at the end; at its place stands where. -->
  <xsl:template match="cm:document/b:table[@orientation = 'landscape']" priority="1">
    <fo:block xsl:use-attribute-sets="caption on-grid" start-indent="{$indent}pt"
              text-align-last="justify" space-before="7pt" space-after="7pt"
              border-before-style="solid" border-before-width="0.5pt"
              border-before-color="{$accent}" border-after-style="solid"
              border-after-width="0.5pt" border-after-color="{$accent}" padding-before="3pt"
              padding-after="3pt" keep-with-next.within-column="auto">
      <xsl:apply-templates select="@sourcepos"/>
      <fo:basic-link internal-destination="{@id}" color="{$accent}">
        <xsl:call-template name="table-title"/>
        <xsl:text> </xsl:text>
        <fo:leader leader-pattern="space"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.page-n'"/>
          <xsl:with-param name="n"><fo:page-number-citation ref-id="{@id}"/></xsl:with-param>
        </xsl:call-template>
      </fo:basic-link>
    </fo:block>
  </xsl:template>

  <!-- Its number and caption without notes; one that has none is a table. -->
  <xsl:template name="table-title">
    <xsl:choose>
      <xsl:when test="@label"><xsl:value-of select="@label"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.table'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="b:caption/*">
      <xsl:text>&#x2002;</xsl:text>
      <xsl:apply-templates select="b:caption/*" mode="plain"/>
    </xsl:if>
  </xsl:template>

  <!-- A table of up to four columns stands on the measure, a wider one takes the whole width. -->
  <xsl:template match="b:table" name="table">
    <xsl:param name="measure" select="470"/>
    <xsl:variable name="columns" select="b:columns/b:column"/>
    <xsl:variable name="in" select="$indent * (count($columns) &lt; 4 and $measure = 470)"/>
    <fo:block id="{@id}" start-indent="{$in}pt" space-before="14pt" space-after="10.5pt">
      <xsl:if test="$measure != 470">
        <fo:marker marker-class-name="section"><xsl:call-template name="table-title"/></fo:marker>
      </xsl:if>
      <fo:block role="Table">
        <xsl:apply-templates select="b:caption">
          <xsl:with-param name="in" select="$in"/>
        </xsl:apply-templates>
        <fo:table role="NonStruct" table-layout="auto" width="{$measure - $in}pt"
                  xsl:use-attribute-sets="plain" border-collapse="collapse"
                  start-indent="{$in}pt" font-family="sans-serif"
                  font-size="8.5pt" line-height="10.5pt" hyphenate="true"
                  c:features="{$table-features}">
          <xsl:apply-templates select="@sourcepos"/>
          <xsl:if test="count(b:tbody/b:tr) &lt; 9">
            <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
          </xsl:if>
          <xsl:for-each select="$columns">
            <fo:table-column><xsl:apply-templates select="@mark"/></fo:table-column>
          </xsl:for-each>
          <xsl:call-template name="table-parts">
            <xsl:with-param name="columns" select="$columns"/>
          </xsl:call-template>
        </fo:table>
      </fo:block>
      <xsl:for-each select="key('notes-of', generate-id())[@kind]">
        <fo:block id="{@id}" role="Note" xsl:use-attribute-sets="source-line"
                  start-indent="{$in}pt" space-before="3.5pt">
          <xsl:call-template name="note-body"/>
        </fo:block>
      </xsl:for-each>
      <xsl:apply-templates select="b:note | b:source-line" mode="under">
        <xsl:with-param name="in" select="$in"/>
      </xsl:apply-templates>
    </fo:block>
  </xsl:template>

  <xsl:template name="table-parts">
    <xsl:param name="columns"/>
    <xsl:variable name="rows" select="count(b:tbody/b:tr)"/>
    <xsl:variable name="above">
      <xsl:choose>
        <xsl:when test="$rows > 60">1.5pt</xsl:when>
        <xsl:otherwise>3.25pt</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <!-- Top, right, bottom, left. -->
    <xsl:variable name="padding">
      <xsl:choose>
        <xsl:when test="/b:bulletin/@dir = 'rtl'">
          <xsl:value-of select="concat($above, ' 0pt ', $above, ' 14pt')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat($above, ' 14pt ', $above, ' 0pt')"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="last-padding" select="concat($above, ' 0pt')"/>
    <xsl:variable name="aligned">
      <xsl:for-each select="$columns"><xsl:value-of select="substring(@align, 1, 1)"/></xsl:for-each>
    </xsl:variable>
    <xsl:if test="b:thead/b:tr">
      <fo:table-header start-indent="0pt" font-weight="bold" color="{$accent}"
                       display-align="after">
        <xsl:if test="$rows > 8">
          <xsl:call-template name="continued">
            <xsl:with-param name="columns" select="count($columns)"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select="b:thead/b:tr">
          <xsl:with-param name="columns" select="$columns"/>
          <xsl:with-param name="padding" select="string($padding)"/>
          <xsl:with-param name="last-padding" select="$last-padding"/>
        </xsl:apply-templates>
      </fo:table-header>
    </xsl:if>
    <fo:table-body start-indent="0pt" keep-together.within-column="always">
      <xsl:apply-templates select="b:tbody/b:tr[position() &lt; 3]">
        <xsl:with-param name="aligned" select="string($aligned)"/>
        <xsl:with-param name="padding" select="string($padding)"/>
        <xsl:with-param name="last-padding" select="$last-padding"/>
        <xsl:with-param name="marked" select="true()"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="b:tbody/b:tr[position() &gt; 2]">
        <xsl:with-param name="aligned" select="string($aligned)"/>
        <xsl:with-param name="padding" select="string($padding)"/>
        <xsl:with-param name="last-padding" select="$last-padding"/>
        <xsl:with-param name="plain"
                        select="count($columns[@align = 'start'][following-sibling::*]
                                              [not(preceding-sibling::*[@align != 'start'])])"/>
      </xsl:apply-templates>
      <xsl:if test="not($rows)">
        <fo:table-row>
          <fo:table-cell number-columns-spanned="{count($columns)}"><fo:block/></fo:table-cell>
        </fo:table-row>
      </xsl:if>
    </fo:table-body>
  </xsl:template>

  <!-- Nothing where the table begins: the marker of its first row is empty, the second's is not. -->
  <xsl:template name="continued">
    <xsl:param name="columns"/>
    <fo:table-row role="Artifact">
      <fo:table-cell number-columns-spanned="{$columns}">
        <fo:block font-weight="normal" color="{$muted}">
          <fo:retrieve-table-marker retrieve-class-name="continued"
            retrieve-position-within-table="first-including-carryover"/>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="continued-marker">
    <fo:marker marker-class-name="continued">
      <xsl:if test="../preceding-sibling::b:tr">
        <xsl:if test="../../../@label">
          <xsl:value-of select="concat(../../../@label, ' ')"/>
        </xsl:if>
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.continued'"/>
        </xsl:call-template>
      </xsl:if>
    </fo:marker>
  </xsl:template>

  <!--
    There may be tens of thousands of cells, and each question costs: the first so many (plain) are neither aligned nor
    the last, and are asked only whether they are heads.  aligned: a letter a column ("sse").
  -->
  <xsl:template match="b:tr">
    <xsl:param name="aligned"/>
    <xsl:param name="padding"/>
    <xsl:param name="last-padding"/>
    <xsl:param name="plain" select="0"/>
    <xsl:param name="marked" select="false()"/>
    <fo:table-row border-bottom="{$row-rule}">
      <xsl:for-each select="*">
        <fo:table-cell padding="{$padding}">
          <xsl:choose>
            <xsl:when test="position() &lt;= $plain">
              <xsl:if test="@scope and *"><xsl:call-template name="row-head"/></xsl:if>
            </xsl:when>
            <xsl:otherwise>
              <xsl:if test="position() = last()">
                <xsl:attribute name="padding"><xsl:value-of select="$last-padding"/></xsl:attribute>
              </xsl:if>
              <xsl:choose>
                <xsl:when test="substring($aligned, position(), 1) = 'e'">
                  <xsl:attribute name="text-align">end</xsl:attribute>
                </xsl:when>
                <xsl:when test="substring($aligned, position(), 1) = 'c'">
                  <xsl:attribute name="text-align">center</xsl:attribute>
                </xsl:when>
              </xsl:choose>
              <xsl:if test="@scope and *"><xsl:call-template name="row-head"/></xsl:if>
              <xsl:if test="$marked and position() = 1">
                <xsl:call-template name="continued-marker"/>
              </xsl:if>
            </xsl:otherwise>
          </xsl:choose>
          <fo:block><xsl:apply-templates/></fo:block>
        </fo:table-cell>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="row-head">
    <xsl:attribute name="role">TH</xsl:attribute>
    <xsl:attribute name="c:scope">row</xsl:attribute>
  </xsl:template>

  <!-- Figures stand on their decimal mark. -->
  <xsl:template match="b:column/@mark">
    <xsl:attribute name="c:mark"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <!-- A head without words heads nothing. -->
  <xsl:template match="b:thead/b:tr">
    <xsl:param name="columns"/>
    <xsl:param name="padding"/>
    <xsl:param name="last-padding"/>
    <fo:table-row border-bottom="{$head-rule}">
      <xsl:for-each select="*">
        <xsl:variable name="i" select="position()"/>
        <fo:table-cell padding="{$padding}" text-align="{$columns[$i]/@align}">
          <xsl:if test="$i = last()">
            <xsl:attribute name="padding"><xsl:value-of select="$last-padding"/></xsl:attribute>
          </xsl:if>
          <xsl:attribute name="role">
            <xsl:choose><xsl:when test="*">TH</xsl:when><xsl:otherwise>TD</xsl:otherwise></xsl:choose>
          </xsl:attribute>
          <fo:block><xsl:apply-templates select="*"/></fo:block>
        </fo:table-cell>
      </xsl:for-each>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
