<?xml version="1.0" encoding="UTF-8"?>
<!-- What opens and closes a bulletin: masthead, title, summary, contents; sources and colophon. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <!--
    Between items of a line. From the right each stands apart from the other, or a date would join the symbol before it.
  -->
  <xsl:variable name="dot">
    <xsl:text>&#x2002;</xsl:text>
    <xsl:if test="/b:bulletin/@dir = 'rtl'">&#x200F;</xsl:if>
    <xsl:text>·</xsl:text>
    <xsl:if test="/b:bulletin/@dir = 'rtl'">&#x200F;</xsl:if>
    <xsl:text>&#x2002;</xsl:text>
  </xsl:variable>

  <!-- Signs of Chinese, Japanese and Korean are twice as wide as letters. -->
  <xsl:variable name="sign-width">
    <xsl:choose>
      <xsl:when test="contains(' zh ja ko ', concat(' ', substring($lang, 1, 2), ' '))">2</xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="front">
    <xsl:call-template name="masthead"/>
    <fo:block id="title" role="H1" xsl:use-attribute-sets="heading" font-family="serif"
              start-indent="0pt" end-indent="28pt" font-size="25pt" line-height="28pt"
              space-before="28pt"
              space-before.conditionality="retain">
      <xsl:if test="not($meta/b:subtitle)">
        <xsl:attribute name="space-after">14pt</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="$meta/b:title/*"/>
    </fo:block>
    <xsl:if test="$meta/b:subtitle">
      <fo:block start-indent="0pt" end-indent="28pt" c:balance="true" space-before="7pt"
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
      <xsl:call-template name="marking"/>
    </fo:block>
    <fo:block start-indent="0pt" xsl:use-attribute-sets="furniture" font-size="8.5pt"
              border-before-style="solid" border-before-width="0.5pt" border-before-color="{$rule}"
              border-after-style="solid" border-after-width="0.5pt" border-after-color="{$rule}"
              padding-before="3pt" padding-after="3pt">
      <xsl:for-each select="$meta/b:symbol | $meta/b:date | $meta/b:edition">
        <xsl:sort select="2 * boolean(self::b:date) + 3 * boolean(self::b:edition)"
                  data-type="number"/>
        <xsl:if test="position() > 1"><xsl:value-of select="$dot"/></xsl:if>
        <xsl:value-of select="."/>
      </xsl:for-each>
      <xsl:text> </xsl:text>
      <fo:leader leader-pattern="space"/>
      <xsl:value-of select="$meta/b:language[@current = 'true']/@name"/>
      <xsl:if test="$meta/b:source-language/@tag != $lang">
        <xsl:value-of select="$dot"/>
        <xsl:call-template name="label-pair">
          <xsl:with-param name="key" select="'doc.original-language'"/>
          <xsl:with-param name="value" select="$meta/b:source-language"/>
        </xsl:call-template>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!--
    The marking as a badge: those of the Traffic Light Protocol 2.0 in its colours on black, others
    in a frame.
  -->
  <xsl:template name="marking">
    <xsl:variable name="marking" select="string($meta/b:marking)"/>
    <xsl:variable name="light" select="substring-before(concat(substring-after($marking, 'TLP:'), '+'), '+')"/>
    <xsl:if test="$marking != ''">
      <fo:inline xml:lang="en" font-weight="bold" padding-start="4pt" padding-end="4pt">
        <xsl:choose>
          <xsl:when test="contains(' CLEAR WHITE GREEN AMBER RED ', concat(' ', $light, ' '))">
            <xsl:attribute name="background-color">#000000</xsl:attribute>
            <xsl:attribute name="color">
              <xsl:choose>
                <xsl:when test="$light = 'GREEN'">#33ff00</xsl:when>
                <xsl:when test="$light = 'AMBER'">#ffc000</xsl:when>
                <xsl:when test="$light = 'RED'">#ff2b2b</xsl:when>
                <xsl:otherwise>#ffffff</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="border">0.75pt solid <xsl:value-of select="$accent"/></xsl:attribute>
            <xsl:attribute name="color"><xsl:value-of select="$accent"/></xsl:attribute>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="$marking"/>
      </fo:inline>
    </xsl:if>
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
          <fo:block role="P" xsl:use-attribute-sets="margin-word">
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
                               and not($figures[$sign-width * string-length(b:fact) &gt; 14]))
                            + 2 * (count($figures) = 4
                                   and not($figures[$sign-width * string-length(b:fact) &gt; 11]))"/>
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
        <fo:block font-size="8.5pt" line-height="10.5pt">
          <xsl:apply-templates select="b:title/*"/>
          <xsl:for-each select="b:hedge">
            <xsl:value-of select="concat(' (', ., ')')"/>
          </xsl:for-each>
        </fo:block>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!--
    Two levels of headings and the sources, with leaders and page numbers: the word in the margin,
    numbers, titles and pages each in a column of their own.
  -->
  <xsl:template name="contents">
    <fo:list-block role="NonStruct" start-indent="0pt" space-before="14pt" space-after="7pt"
                   provisional-distance-between-starts="{$indent}pt"
                   provisional-label-separation="10.5pt" font-family="sans-serif"
                   hyphenate="false" border-before-style="solid" border-before-width="0.5pt"
                   border-before-color="{$rule}" padding-before="6.5pt"
                   keep-together.within-column="900" c:features="{$table-features}">
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="NonStruct" end-indent="label-end()">
          <fo:block role="P" xsl:use-attribute-sets="margin-word">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.contents'"/>
            </xsl:call-template>
          </fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:list-block role="TOC" font-size="9pt" end-indent="28pt"
                         provisional-distance-between-starts="28pt"
                         provisional-label-separation="7pt">
            <xsl:for-each select="$headings[@level &lt; 3]">
              <xsl:call-template name="contents-entry">
                <xsl:with-param name="target" select="@id"/>
                <xsl:with-param name="level" select="@level"/>
                <xsl:with-param name="number" select="@number"/>
                <xsl:with-param name="text">
                  <xsl:apply-templates select="*" mode="plain"/>
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
            <xsl:for-each select="$wide">
              <xsl:call-template name="contents-entry">
                <xsl:with-param name="target" select="@id"/>
                <xsl:with-param name="level" select="1"/>
                <xsl:with-param name="text"><xsl:call-template name="table-title"/></xsl:with-param>
              </xsl:call-template>
            </xsl:for-each>
          </fo:list-block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!-- The last line of a title runs on to the page number, the others end before it. -->
  <xsl:template name="contents-entry">
    <xsl:param name="target"/>
    <xsl:param name="level"/>
    <xsl:param name="number"/>
    <xsl:param name="text"/>
    <fo:list-item role="TOCI">
      <xsl:if test="$level = 1"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
      <fo:list-item-label end-indent="label-end()">
        <xsl:attribute name="role">
          <xsl:choose>
            <xsl:when test="$number">Lbl</xsl:when>
            <xsl:otherwise>NonStruct</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <fo:block role="NonStruct" text-align="start"><xsl:value-of select="$number"/></fo:block>
      </fo:list-item-label>
      <fo:list-item-body role="NonStruct">
        <xsl:attribute name="start-indent">
          <xsl:choose>
            <xsl:when test="$numbered">body-start()</xsl:when>
            <xsl:otherwise><xsl:value-of select="$indent + 14 * ($level - 1)"/>pt</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <fo:block role="NonStruct" text-align="start" text-align-last="justify"
                  last-line-end-indent="-28pt">
          <fo:inline role="Reference">
            <fo:basic-link internal-destination="{$target}">
              <xsl:attribute name="c:alt">
                <xsl:if test="$number">
                  <xsl:value-of select="concat($number, '&#x2002;')"/>
                </xsl:if>
                <xsl:value-of select="$text"/>
              </xsl:attribute>
              <xsl:value-of select="$text"/>
              <xsl:text> </xsl:text>
              <fo:leader role="Artifact" leader-pattern="dots" font-weight="normal"
                         color="{$muted}"/>
              <xsl:text> </xsl:text>
              <fo:page-number-citation ref-id="{$target}" font-weight="normal"/>
            </fo:basic-link>
          </fo:inline>
        </fo:block>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <xsl:template match="b:sources">
    <fo:block id="sources" role="H2" xsl:use-attribute-sets="heading-1">
      <xsl:if test="$numbered">
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
      <!-- A few are not torn unless a page would stay half empty, many where that saves some white. -->
      <xsl:attribute name="keep-together.within-column">
        <xsl:choose>
          <xsl:when test="count(b:source) &lt; 6">100</xsl:when>
          <xsl:otherwise>40</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:for-each select="b:source">
        <fo:list-item id="{@id}" space-after="3.5pt" keep-together.within-column="always">
          <!-- Two at least stay with the heading. -->
          <xsl:if test="position() = 1">
            <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
          </xsl:if>
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

  <!--
    Always there, and last but for wide tables: the number of pages is that of the block "end".
  -->
  <xsl:template name="colophon">
    <fo:block space-before="21pt" space-before.minimum="7pt" padding-before="6.5pt"
              start-indent="0pt"
              border-before-style="solid" border-before-width="0.5pt" border-before-color="{$rule}"
              keep-together.within-column="always">
      <xsl:if test="not($wide)"><xsl:attribute name="id">end</xsl:attribute></xsl:if>
      <fo:block text-align="start" hyphenate="false" xsl:use-attribute-sets="source-line">
        <xsl:for-each select="$meta/b:publisher | $meta/b:publication[not(../b:publisher)]">
          <xsl:value-of select="concat(., $full-stop)"/>
        </xsl:for-each>
        <xsl:apply-templates select="$meta/b:translator | $meta/b:licence | $meta/b:digest"
                             mode="colophon"/>
      </fo:block>
      <xsl:if test="$meta/b:base-url">
        <xsl:variable name="url" select="concat($meta/b:base-url, $lang, '/', @id, '/')"/>
        <fo:block text-align="start" hyphenate="false" xsl:use-attribute-sets="source-line">
          <fo:basic-link external-destination="url({$url})" color="{$accent}">
            <xsl:value-of select="$url"/>
          </fo:basic-link>
        </fo:block>
      </xsl:if>
      <xsl:for-each select="$meta/b:digest">
        <fo:block text-align="start" hyphenate="false" xsl:use-attribute-sets="source-line">
          <xsl:call-template name="label-pair">
            <xsl:with-param name="key" select="'doc.data-digest'"/>
          </xsl:call-template>
          <fo:inline c:features="{$table-features}">
            <xsl:call-template name="groups"><xsl:with-param name="digits" select="."/></xsl:call-template>
          </fo:inline>
        </fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Digits in groups of eight, which an eye can compare. -->
  <xsl:template name="groups">
    <xsl:param name="digits"/>
    <xsl:value-of select="substring($digits, 1, 8)"/>
    <xsl:if test="string-length($digits) &gt; 8">
      <xsl:text> </xsl:text>
      <xsl:call-template name="groups">
        <xsl:with-param name="digits" select="substring($digits, 9)"/>
      </xsl:call-template>
    </xsl:if>
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
