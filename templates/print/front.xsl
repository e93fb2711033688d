<?xml version="1.0" encoding="UTF-8"?>
<!-- What opens and closes a bulletin: masthead, title, summary, contents; sources and colophon. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:template name="front">
    <xsl:call-template name="masthead"/>
    <fo:block id="title" role="H1" xsl:use-attribute-sets="heading" font-family="serif"
              start-indent="0pt" font-size="25pt" line-height="28pt" space-before="28pt"
              space-before.conditionality="retain">
      <xsl:if test="not($meta/b:subtitle)">
        <xsl:attribute name="space-after">14pt</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="$meta/b:title/*"/>
    </fo:block>
    <xsl:if test="$meta/b:subtitle">
      <fo:block start-indent="0pt" end-indent="{$indent}pt" space-before="7pt"
                space-after="14pt" font-size="13pt"
                line-height="17.5pt" color="{$muted}" text-align="start" hyphenate="false">
        <xsl:apply-templates select="$meta/b:subtitle/*"/>
      </fo:block>
    </xsl:if>
    <xsl:apply-templates select="$meta/b:summary | $meta/b:key-figures"/>
    <xsl:if test="count($headings) > 2"><xsl:call-template name="contents"/></xsl:if>
  </xsl:template>

  <!-- Publication and marking between rules, then what identifies this bulletin. -->
  <xsl:template name="masthead">
    <fo:block start-indent="0pt" font-family="sans-serif" font-size="10pt" line-height="14pt"
              font-weight="bold" color="{$accent}" text-align-last="justify" hyphenate="false"
              border-before-style="solid" border-before-width="3pt" border-before-color="{$accent}"
              padding-before="6pt" padding-after="5pt">
      <xsl:value-of select="$meta/b:publication"/>
      <xsl:if test="$meta/b:marking"><xsl:text> </xsl:text></xsl:if>
      <fo:leader leader-pattern="space"/>
      <xsl:value-of select="$meta/b:marking"/>
    </fo:block>
    <fo:block start-indent="0pt" xsl:use-attribute-sets="furniture" font-size="8.5pt"
              border-before-style="solid" border-before-width="0.5pt" border-before-color="{$rule}"
              border-after-style="solid" border-after-width="0.5pt" border-after-color="{$rule}"
              padding-before="3pt" padding-after="3pt">
      <xsl:for-each select="$meta/b:symbol | $meta/b:date | $meta/b:edition">
        <xsl:sort select="2 * boolean(self::b:date) + 3 * boolean(self::b:edition)"
                  data-type="number"/>
        <xsl:if test="position() > 1"><xsl:text>&#x2002;·&#x2002;</xsl:text></xsl:if>
        <xsl:value-of select="."/>
      </xsl:for-each>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:value-of select="$meta/b:language[@current = 'true']/@name"/>
      <xsl:if test="$meta/b:source-language/@tag != $lang">
        <xsl:text>&#x2002;·&#x2002;</xsl:text>
        <xsl:call-template name="label-pair">
          <xsl:with-param name="key" select="'doc.original-language'"/>
          <xsl:with-param name="value" select="$meta/b:source-language"/>
        </xsl:call-template>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- A tinted box over the whole width; the word in the margin, the text on the measure. -->
  <xsl:template match="b:summary">
    <fo:list-block role="Sect" start-indent="10.5pt" end-indent="10.5pt" space-before="21pt"
                   space-after="14pt" provisional-distance-between-starts="{$indent - 10.5}pt"
                   provisional-label-separation="10.5pt" background-color="{$tint}"
                   padding-before="10.5pt" padding-after="10.5pt" padding-start="10.5pt"
                   padding-end="10.5pt" font-family="sans-serif"
                   keep-together.within-column="always">
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="NonStruct" end-indent="label-end()">
          <fo:block role="P" font-weight="bold" font-size="8.5pt" color="{$accent}"
                    text-align="start" hyphenate="false">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.summary'"/>
            </xsl:call-template>
          </fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:block role="P" font-size="9.5pt" text-align="start" hyphenate="false">
            <xsl:apply-templates select="*"/>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!--
    Two side by side, or three or four short ones; each between a rule and the words that say what
    it is.
  -->
  <xsl:template match="b:key-figures">
    <xsl:variable name="figures" select="b:key-figure"/>
    <xsl:variable name="columns"
                  select="2 + (count($figures) = 3
                               and not($figures[string-length(b:fact) &gt; 14]))
                            + 2 * (count($figures) = 4
                                   and not($figures[string-length(b:fact) &gt; 11]))"/>
    <fo:block role="P" xsl:use-attribute-sets="heading" start-indent="0pt" font-size="8.5pt"
              color="{$accent}" space-before="14pt">
      <xsl:call-template name="label">
        <xsl:with-param name="key" select="'doc.key-figures'"/>
      </xsl:call-template>
    </fo:block>
    <fo:table role="L" table-layout="fixed" width="470pt" border-collapse="separate"
              xsl:use-attribute-sets="plain" font-family="sans-serif" hyphenate="false"
              space-after="7pt" c:features="{$table-features}"
              keep-together.within-column="always">
      <fo:table-column column-width="proportional-column-width(1)"
                       number-columns-repeated="{$columns}"/>
      <fo:table-body role="NonStruct">
        <xsl:for-each select="$figures[position() mod $columns = 1]">
          <fo:table-row role="NonStruct">
            <xsl:apply-templates select=". | following-sibling::*[position() &lt; $columns]"/>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="b:key-figure">
    <fo:table-cell role="LI" padding-end="14pt" padding-before="2.5pt" padding-after="7pt"
                   border-before-style="solid" border-before-width="1pt"
                   border-before-color="{$accent}">
      <fo:block role="LBody">
        <fo:block font-weight="bold" font-size="16pt" line-height="21pt" color="{$accent}">
          <xsl:apply-templates select="b:fact"/>
        </fo:block>
        <fo:block font-size="9pt" line-height="10.5pt">
          <xsl:apply-templates select="b:title/*"/>
          <xsl:for-each select="b:hedge">
            <xsl:value-of select="concat(' (', ., ')')"/>
          </xsl:for-each>
        </fo:block>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- Two levels of headings and the sources, with leaders and page numbers. -->
  <xsl:template name="contents">
    <fo:block role="P" xsl:use-attribute-sets="heading" start-indent="0pt" font-size="8.5pt"
              color="{$accent}" space-before="14pt">
      <xsl:call-template name="label">
        <xsl:with-param name="key" select="'doc.contents'"/>
      </xsl:call-template>
    </fo:block>
    <fo:block role="TOC" font-family="sans-serif" font-size="9pt" space-after="7pt"
              hyphenate="false" border-before-style="solid" border-before-width="0.5pt"
              border-before-color="{$rule}" start-indent="0pt" padding-before="3pt"
              keep-together.within-column="50" c:features="{$table-features}">
      <xsl:for-each select="$headings[@level &lt; 3]">
        <xsl:call-template name="contents-entry">
          <xsl:with-param name="target" select="@id"/>
          <xsl:with-param name="level" select="@level"/>
          <xsl:with-param name="text">
            <xsl:apply-templates select="." mode="title"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="b:sources/b:source">
        <xsl:call-template name="contents-entry">
          <xsl:with-param name="target" select="'sources'"/>
          <xsl:with-param name="level" select="1"/>
          <xsl:with-param name="text">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.sources'"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template name="contents-entry">
    <xsl:param name="target"/>
    <xsl:param name="level"/>
    <xsl:param name="text"/>
    <fo:block role="TOCI" start-indent="{14 * ($level - 1)}pt" text-align="start"
              text-align-last="justify">
      <xsl:if test="$level = 1"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
      <fo:inline role="Reference">
        <fo:basic-link internal-destination="{$target}" c:alt="{$text}">
          <xsl:value-of select="$text"/>
          <xsl:text> </xsl:text>
          <fo:leader role="Artifact" leader-pattern="dots" font-weight="normal" color="{$muted}"/>
          <xsl:text> </xsl:text>
          <fo:page-number-citation ref-id="{$target}"/>
        </fo:basic-link>
      </fo:inline>
    </fo:block>
  </xsl:template>

  <xsl:template match="b:sources">
    <fo:block id="sources" role="H2" xsl:use-attribute-sets="heading-1">
      <xsl:if test="$headings[@level = 1][1]/@number">
        <xsl:attribute name="text-indent"><xsl:value-of select="$indent"/>pt</xsl:attribute>
      </xsl:if>
      <fo:marker marker-class-name="section">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.sources'"/>
        </xsl:call-template>
      </fo:marker>
      <xsl:call-template name="label">
        <xsl:with-param name="key" select="'doc.sources'"/>
      </xsl:call-template>
    </fo:block>
    <fo:list-block start-indent="0pt" provisional-distance-between-starts="{$indent}pt"
                   provisional-label-separation="14pt" font-size="8.5pt" line-height="10.5pt">
      <xsl:for-each select="b:source">
        <fo:list-item id="{@id}" space-after="3.5pt" keep-together.within-column="always">
          <fo:list-item-label end-indent="label-end()">
            <fo:block role="NonStruct" text-align="end" font-family="sans-serif" color="{$muted}"
                      c:features="{$table-features}">
              <xsl:value-of select="position()"/>
            </fo:block>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <fo:block text-align="start">
              <xsl:apply-templates select="." mode="sentence"/>
            </fo:block>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
  </xsl:template>

  <!-- Always there, and always last: the number of pages is that of the block "end". -->
  <xsl:template name="colophon">
    <fo:block id="end" space-before="21pt" padding-before="6.5pt" start-indent="0pt"
              border-before-style="solid" border-before-width="0.5pt" border-before-color="{$rule}"
              keep-together.within-column="always">
      <fo:block text-align="start" hyphenate="false" xsl:use-attribute-sets="source-line">
        <xsl:for-each select="$meta/b:publisher | $meta/b:publication[not(../b:publisher)]">
          <xsl:value-of select="concat(., $full-stop)"/>
        </xsl:for-each>
        <xsl:apply-templates select="$meta/b:translator | $meta/b:licence | $meta/b:digest"
                             mode="colophon"/>
        <xsl:if test="$meta/b:base-url">
          <xsl:text> </xsl:text>
          <xsl:variable name="url" select="concat($meta/b:base-url, $lang, '/', @id, '/')"/>
          <fo:basic-link external-destination="url({$url})" color="{$accent}">
            <xsl:value-of select="$url"/>
          </fo:basic-link>
        </xsl:if>
      </fo:block>
      <xsl:for-each select="$meta/b:digest">
        <fo:block text-align="start" hyphenate="false" xsl:use-attribute-sets="source-line">
          <xsl:call-template name="label-pair">
            <xsl:with-param name="key" select="'doc.data-digest'"/>
          </xsl:call-template>
          <fo:inline font-family="monospace" font-size="7pt"><xsl:value-of select="."/></fo:inline>
        </fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="b:translator" mode="colophon">
    <xsl:call-template name="colophon-pair">
      <xsl:with-param name="key" select="'doc.translator'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="b:licence" mode="colophon">
    <xsl:call-template name="colophon-pair">
      <xsl:with-param name="key" select="'doc.licence'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="b:digest" mode="colophon">
    <xsl:call-template name="colophon-pair">
      <xsl:with-param name="key" select="'doc.data-as-of'"/>
      <xsl:with-param name="value" select="$meta/b:date"/>
    </xsl:call-template>
  </xsl:template>

  <!-- With a full stop, unless an abbreviation ends the words already. -->
  <xsl:template name="colophon-pair">
    <xsl:param name="key"/>
    <xsl:param name="value" select="."/>
    <xsl:text> </xsl:text>
    <xsl:call-template name="label-pair">
      <xsl:with-param name="key" select="$key"/>
      <xsl:with-param name="value" select="$value"/>
    </xsl:call-template>
    <xsl:if test="substring($value, string-length($value)) != $full-stop">
      <xsl:value-of select="$full-stop"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
