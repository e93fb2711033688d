<?xml version="1.0" encoding="UTF-8"?>
<!--
  Figures and tables. What may be wider than a telephone scrolls in a region of its own, by
  keyboard too.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:template match="b:figure">
    <figure>
      <xsl:call-template name="about"/>
      <figcaption id="{@id}-caption"><xsl:call-template name="caption"/></figcaption>
      <xsl:choose>
        <xsl:when test="b:graphic/*">
          <div class="scroll" role="group" aria-labelledby="{@id}-caption" tabindex="0">
            <xsl:copy-of select="b:graphic/*"/>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <img src="{@src}" alt="{b:alt}" width="{round(@width * 4 div 3)}"
               height="{round(@height * 4 div 3)}"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="below"/>
      <xsl:apply-templates select="b:data"/>
    </figure>
  </xsl:template>

  <!-- The numbers behind a chart: as a table, and as a file. -->
  <xsl:template match="b:data">
    <details>
      <summary>
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.figure-data'"/>
        </xsl:call-template>
      </summary>
      <div class="scroll" role="group" aria-labelledby="{../@id}-caption" tabindex="0">
        <table><xsl:call-template name="rows"/></table>
      </div>
      <p><xsl:call-template name="download"/></p>
    </details>
  </xsl:template>

  <xsl:template name="download">
    <a href="{@href}" type="text/csv">
      <xsl:call-template name="label">
        <xsl:with-param name="key" select="'doc.download-csv'"/>
      </xsl:call-template>
    </a>
  </xsl:template>

  <xsl:template name="caption">
    <xsl:if test="@label">
      <span class="label"><xsl:value-of select="@label"/></span>
      <xsl:if test="b:caption/*"><xsl:text> </xsl:text></xsl:if>
    </xsl:if>
    <xsl:apply-templates select="b:caption/*"/>
  </xsl:template>

  <!-- Notes and sources under a figure or table. -->
  <xsl:template name="below">
    <xsl:for-each select="b:note">
      <p class="below"><xsl:apply-templates select="*"/></p>
    </xsl:for-each>
    <xsl:for-each select="b:source-line">
      <p class="below">
        <b>
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.source-label'"/>
          </xsl:call-template>
        </b>
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="*"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="b:table">
    <div class="table">
      <xsl:call-template name="about"/>
      <div class="scroll" role="group" tabindex="0">
        <xsl:choose>
          <xsl:when test="b:caption">
            <xsl:attribute name="aria-labelledby">
              <xsl:value-of select="concat(@id, '-caption')"/>
            </xsl:attribute>
          </xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="aria-label">
              <xsl:call-template name="label">
                <xsl:with-param name="key" select="'doc.table'"/>
              </xsl:call-template>
            </xsl:attribute>
          </xsl:otherwise>
        </xsl:choose>
        <table>
          <xsl:if test="b:caption">
            <caption id="{@id}-caption">
              <span class="caption"><xsl:call-template name="caption"/></span>
            </caption>
          </xsl:if>
          <xsl:call-template name="rows"/>
        </table>
      </div>
      <xsl:call-template name="table-notes"/>
      <xsl:call-template name="below"/>
      <xsl:for-each select="b:data">
        <p class="below"><xsl:call-template name="download"/></p>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- The notes of a table's cells and caption, lettered. -->
  <xsl:template name="table-notes">
    <xsl:variable name="own" select="key('notes-of', generate-id())[@kind]"/>
    <xsl:if test="$own">
      <ol class="below notes" type="a">
        <xsl:for-each select="$own">
          <li id="{@id}"><xsl:call-template name="note-body"/></li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

  <xsl:template name="rows">
    <xsl:variable name="columns" select="b:columns/b:column"/>
    <!-- A letter a column: "sse". -->
    <xsl:variable name="aligned">
      <xsl:for-each select="$columns"><xsl:value-of select="substring(@align, 1, 1)"/></xsl:for-each>
    </xsl:variable>
    <xsl:if test="b:thead/b:tr">
      <thead>
        <xsl:apply-templates select="b:thead/b:tr">
          <xsl:with-param name="aligned" select="string($aligned)"/>
        </xsl:apply-templates>
      </thead>
    </xsl:if>
    <tbody>
      <xsl:apply-templates select="b:tbody/b:tr">
        <xsl:with-param name="aligned" select="string($aligned)"/>
        <xsl:with-param name="plain"
                        select="count($columns[@align = 'start']
                                              [not(preceding-sibling::*[@align != 'start'])])"/>
      </xsl:apply-templates>
    </tbody>
  </xsl:template>

  <!-- The first so many cells (plain) are not aligned, which need not be asked of each. -->
  <xsl:template match="b:tr">
    <xsl:param name="aligned"/>
    <xsl:param name="plain" select="0"/>
    <tr>
      <xsl:apply-templates select="*[position() &lt;= $plain]"/>
      <xsl:for-each select="*[position() > $plain]">
        <xsl:choose>
          <xsl:when test="self::b:th">
            <xsl:apply-templates select="." mode="aligned">
              <xsl:with-param name="align" select="substring($aligned, $plain + position(), 1)"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:when test="substring($aligned, $plain + position(), 1) = 'e'">
            <td class="end"><xsl:apply-templates/></td>
          </xsl:when>
          <xsl:when test="substring($aligned, $plain + position(), 1) = 'c'">
            <td class="center"><xsl:apply-templates/></td>
          </xsl:when>
          <xsl:otherwise><td><xsl:apply-templates/></td></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </tr>
  </xsl:template>

  <xsl:template match="b:td"><td><xsl:apply-templates/></td></xsl:template>

  <!-- A head without words heads nothing; one that is not aligned heads its row. -->
  <xsl:template match="b:th">
    <xsl:choose>
      <xsl:when test="*"><th scope="row"><xsl:apply-templates/></th></xsl:when>
      <xsl:otherwise><td/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="b:th" mode="aligned">
    <xsl:param name="align"/>
    <xsl:choose>
      <xsl:when test="not(*)">
        <td><xsl:call-template name="align"><xsl:with-param name="align" select="$align"/></xsl:call-template></td>
      </xsl:when>
      <xsl:otherwise>
        <th scope="col">
          <xsl:if test="@scope"><xsl:attribute name="scope">row</xsl:attribute></xsl:if>
          <xsl:call-template name="align"><xsl:with-param name="align" select="$align"/></xsl:call-template>
          <xsl:apply-templates/>
        </th>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="align">
    <xsl:param name="align"/>
    <xsl:choose>
      <xsl:when test="$align = 'e'"><xsl:attribute name="class">end</xsl:attribute></xsl:when>
      <xsl:when test="$align = 'c'"><xsl:attribute name="class">center</xsl:attribute></xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
