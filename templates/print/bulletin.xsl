<?xml version="1.0" encoding="UTF-8"?>
<!--
  A bulletin as XSL-FO, in the subset of docs/fo-subset.md. This file: pages, metadata, bookmarks,
  running heads.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:c="urn:chancery:fo"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:include href="../common/label.xsl"/>
  <xsl:include href="../common/source.xsl"/>
  <xsl:include href="style.xsl"/>
  <xsl:include href="front.xsl"/>
  <xsl:include href="block.xsl"/>
  <xsl:include href="figure.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="inline.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!--
    What a link may lead to.  No pattern may pass through the cells of a long table, for all keys are made when the
    first is asked; and each is a key of its own, since libxslt looks for what follows a "|" in the whole document.
  -->
  <xsl:key name="id" match="/b:bulletin/cm:document/*" use="@id"/>
  <xsl:key name="id" match="/b:bulletin/cm:document/cm:list//*[@id]" use="@id"/>
  <xsl:key name="id" match="/b:bulletin/cm:document/cm:block_quote//*[@id]" use="@id"/>
  <xsl:key name="id" match="/b:bulletin/b:sources/b:source" use="@id"/>

  <xsl:variable name="meta" select="/b:bulletin/b:meta"/>
  <xsl:variable name="file" select="string(/b:bulletin/@file)"/>
  <xsl:variable name="headings" select="/b:bulletin/cm:document/cm:heading"/>
  <!-- Part of an item or quotation they stay there: what stands around them is not repeated. -->
  <xsl:variable name="wide"
                select="/b:bulletin/cm:document/b:table[@orientation = 'landscape']"/>
  <xsl:variable name="numbered" select="boolean($headings[@level = 1][1]/@number)"/>

  <xsl:template match="/b:bulletin">
    <fo:root c:source="{$file}:1:1" xml:lang="{$lang}" font-family="serif" font-size="10.5pt" line-height="14pt"
             color="#1b1d20">
      <xsl:call-template name="masters"/>
      <xsl:call-template name="metadata"/>
      <xsl:call-template name="bookmarks"/>
      <fo:page-sequence master-reference="bulletin" initial-page-number="1" format="1"
                        force-page-count="no-force">
        <xsl:call-template name="writing-mode"/>
        <xsl:call-template name="furniture"/>
        <fo:flow flow-name="xsl-region-body" start-indent="{$indent}pt" hyphenate="true" widows="2"
                 orphans="2" c:features="{$body-features}">
          <xsl:call-template name="front"/>
          <xsl:apply-templates select="cm:document/*"/>
          <xsl:apply-templates select="b:sources[b:source]"/>
          <xsl:call-template name="colophon"/>
        </fo:flow>
      </fo:page-sequence>
      <xsl:if test="$wide"><xsl:call-template name="wide-tables"/></xsl:if>
    </fo:root>
  </xsl:template>

  <!-- Tables too wide for a page that stands: after the colophon, on pages that lie. -->
  <xsl:template name="wide-tables">
    <fo:page-sequence master-reference="landscape" initial-page-number="auto" format="1"
                      force-page-count="no-force">
      <xsl:call-template name="writing-mode"/>
      <xsl:call-template name="furniture"/>
      <fo:flow flow-name="xsl-region-body" start-indent="0pt" hyphenate="true"
               c:features="{$body-features}">
        <xsl:for-each select="$wide">
          <xsl:call-template name="table">
            <xsl:with-param name="measure" select="$wide-measure"/>
          </xsl:call-template>
        </xsl:for-each>
        <fo:block id="end"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template name="writing-mode">
    <xsl:attribute name="writing-mode">
      <xsl:choose>
        <xsl:when test="@dir = 'rtl'">rl-tb</xsl:when>
        <xsl:otherwise>lr-tb</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template name="masters">
    <fo:layout-master-set>
      <fo:simple-page-master master-name="first" xsl:use-attribute-sets="page">
        <fo:region-body margin-top="0pt" margin-bottom="{$body-foot}"/>
        <fo:region-after region-name="foot" extent="28pt" display-align="after"/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="odd" xsl:use-attribute-sets="page">
        <fo:region-body margin-top="42pt" margin-bottom="{$body-foot}"/>
        <fo:region-before region-name="head-odd" extent="28pt"/>
        <fo:region-after region-name="foot" extent="28pt" display-align="after"/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="even" xsl:use-attribute-sets="page">
        <fo:region-body margin-top="42pt" margin-bottom="{$body-foot}"/>
        <fo:region-before region-name="head-even" extent="28pt"/>
        <fo:region-after region-name="foot-even" extent="28pt" display-align="after"/>
      </fo:simple-page-master>
      <xsl:if test="$wide">
        <fo:simple-page-master master-name="landscape-odd" xsl:use-attribute-sets="page"
                               reference-orientation="90" margin-left="42pt" margin-right="42pt"
                               margin-top="{$page-margin}" margin-bottom="{$page-margin}">
          <fo:region-body margin-top="42pt" margin-bottom="42pt"/>
          <fo:region-before region-name="head-odd" extent="28pt"/>
          <fo:region-after region-name="foot" extent="28pt" display-align="after"/>
        </fo:simple-page-master>
        <fo:simple-page-master master-name="landscape-even" xsl:use-attribute-sets="page"
                               reference-orientation="90" margin-left="42pt" margin-right="42pt"
                               margin-top="{$page-margin}" margin-bottom="{$page-margin}">
          <fo:region-body margin-top="42pt" margin-bottom="42pt"/>
          <fo:region-before region-name="head-even" extent="28pt"/>
          <fo:region-after region-name="foot-even" extent="28pt" display-align="after"/>
        </fo:simple-page-master>
        <fo:page-sequence-master master-name="landscape">
          <fo:repeatable-page-master-alternatives>
            <fo:conditional-page-master-reference master-reference="landscape-odd"
                                                  odd-or-even="odd"/>
            <fo:conditional-page-master-reference master-reference="landscape-even"
                                                  odd-or-even="even"/>
          </fo:repeatable-page-master-alternatives>
        </fo:page-sequence-master>
      </xsl:if>
      <fo:page-sequence-master master-name="bulletin">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference master-reference="first" page-position="first"/>
          <fo:conditional-page-master-reference master-reference="odd" odd-or-even="odd"/>
          <fo:conditional-page-master-reference master-reference="even" odd-or-even="even"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <!-- XMP: what the PDF says about itself. -->
  <xsl:template name="metadata">
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                           xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                           xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title>
              <rdf:Alt>
                <rdf:li xml:lang="x-default"><xsl:value-of select="$meta/b:plain-title"/></rdf:li>
              </rdf:Alt>
            </dc:title>
            <dc:creator>
              <rdf:Seq>
                <rdf:li>
                  <xsl:value-of select="($meta/b:publisher
                                         | $meta/b:publication[not(../b:publisher)])[1]"/>
                </rdf:li>
              </rdf:Seq>
            </dc:creator>
            <xsl:if test="$meta/b:plain-summary">
              <dc:description>
                <rdf:Alt>
                  <rdf:li xml:lang="x-default">
                    <xsl:value-of select="$meta/b:plain-summary"/>
                  </rdf:li>
                </rdf:Alt>
              </dc:description>
            </xsl:if>
            <dc:language>
              <rdf:Bag><rdf:li><xsl:value-of select="$lang"/></rdf:li></rdf:Bag>
            </dc:language>
            <xsl:if test="$meta/b:keyword">
              <pdf:Keywords>
                <xsl:for-each select="$meta/b:keyword">
                  <xsl:if test="position() > 1">, </xsl:if>
                  <xsl:value-of select="."/>
                </xsl:for-each>
              </pdf:Keywords>
            </xsl:if>
            <xsl:if test="$meta/b:date/@iso">
              <xmp:CreateDate><xsl:value-of select="$meta/b:date/@iso"/>T00:00:00Z</xmp:CreateDate>
            </xsl:if>
          </rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <xsl:template name="bookmarks">
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="title">
        <fo:bookmark-title><xsl:value-of select="$meta/b:plain-title"/></fo:bookmark-title>
      </fo:bookmark>
      <xsl:apply-templates select="key('below', '')" mode="bookmark"/>
      <xsl:if test="b:sources/b:source">
        <fo:bookmark internal-destination="sources">
          <fo:bookmark-title>
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.sources'"/>
            </xsl:call-template>
          </fo:bookmark-title>
        </fo:bookmark>
      </xsl:if>
      <xsl:for-each select="$wide">
        <fo:bookmark internal-destination="{@id}">
          <fo:bookmark-title><xsl:call-template name="table-title"/></fo:bookmark-title>
        </fo:bookmark>
      </xsl:for-each>
    </fo:bookmark-tree>
  </xsl:template>

  <xsl:template match="cm:heading" mode="bookmark">
    <fo:bookmark internal-destination="{@id}">
      <fo:bookmark-title><xsl:apply-templates select="." mode="title"/></fo:bookmark-title>
      <xsl:apply-templates select="key('below', @id)" mode="bookmark"/>
    </fo:bookmark>
  </xsl:template>

  <xsl:template match="cm:heading" mode="title">
    <xsl:if test="@number"><xsl:value-of select="concat(@number, '&#x2002;')"/></xsl:if>
    <xsl:apply-templates select="*" mode="plain"/>
  </xsl:template>

  <!--
    Running heads and feet; the page artifacts. The marking stands in both, as the Traffic Light
    Protocol wants it.
  -->
  <xsl:template name="furniture">
    <fo:static-content flow-name="head-odd">
      <fo:block xsl:use-attribute-sets="furniture" border-after-style="solid"
                border-after-width="0.5pt" border-after-color="{$rule}">
        <fo:retrieve-marker retrieve-class-name="section"
                            retrieve-position="first-starting-within-page"/>
        <xsl:text> </xsl:text>
        <fo:leader leader-pattern="space"/>
        <xsl:call-template name="identity"/>
        <xsl:if test="$meta/b:marking"><xsl:text>&#x2003;</xsl:text></xsl:if>
        <xsl:call-template name="marking"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="head-even">
      <fo:block xsl:use-attribute-sets="furniture" border-after-style="solid"
                border-after-width="0.5pt" border-after-color="{$rule}">
        <xsl:call-template name="identity"/>
        <xsl:text> </xsl:text>
        <fo:leader leader-pattern="space"/>
        <xsl:value-of select="$meta/b:plain-title"/>
        <xsl:if test="$meta/b:marking"><xsl:text>&#x2003;</xsl:text></xsl:if>
        <xsl:call-template name="marking"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="foot">
      <fo:block xsl:use-attribute-sets="furniture">
        <xsl:call-template name="marking"/>
        <fo:leader leader-pattern="space"/>
        <xsl:call-template name="page-n-of-m"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="foot-even">
      <fo:block xsl:use-attribute-sets="furniture">
        <xsl:call-template name="page-n-of-m"/>
        <fo:leader leader-pattern="space"/>
        <xsl:call-template name="marking"/>
      </fo:block>
    </fo:static-content>
    <fo:static-content flow-name="xsl-footnote-separator">
      <fo:block start-indent="{$indent}pt" line-height="7pt" font-size="6pt" space-before="7pt"
                text-align-last="start" padding-after="3.5pt">
        <fo:leader leader-pattern="rule" leader-length="56pt" rule-thickness="0.5pt"
                   color="{$muted}"/>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <!-- What names this bulletin in one line: its symbol, else its publication. -->
  <xsl:template name="identity">
    <xsl:choose>
      <xsl:when test="$meta/b:symbol"><xsl:value-of select="$meta/b:symbol"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$meta/b:publication"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="page-n-of-m">
    <xsl:call-template name="label">
      <xsl:with-param name="key" select="'doc.page-n-of-m'"/>
      <xsl:with-param name="n"><fo:page-number/></xsl:with-param>
      <xsl:with-param name="m"><fo:page-number-citation-last ref-id="end"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
