<?xml version="1.0" encoding="UTF-8"?>
<!-- A bulletin as a page: its frame, header, summary, contents, notes and sources. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:cm="http://commonmark.org/xml/1.0" xmlns:b="urn:chancery:bulletin"
                exclude-result-prefixes="cm b">

  <xsl:include href="../common/label.xsl"/>
  <xsl:include href="../common/source.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="block.xsl"/>
  <xsl:include href="figure.xsl"/>
  <xsl:include href="inline.xsl"/>

  <xsl:output method="html" encoding="UTF-8"/>

  <xsl:variable name="meta" select="/b:bulletin/b:meta"/>
  <xsl:variable name="frame" select="$meta"/>
  <xsl:variable name="languages" select="$meta/b:language"/>
  <xsl:variable name="assets" select="'../../assets/'"/>
  <xsl:variable name="home" select="'../index.html'"/>
  <xsl:variable name="path" select="concat($lang, '/', /b:bulletin/@id, '/index.html')"/>
  <xsl:variable name="headings" select="/b:bulletin/cm:document/cm:heading"/>
  <xsl:variable name="notes" select="key('notes-of', '')[@kind]"/>
  <xsl:variable name="sources" select="/b:bulletin/b:sources/b:source"/>

  <!-- All keys are made when the first is asked: none may look at every node of the document. -->
  <xsl:key name="source" match="/b:bulletin/b:sources/b:source" use="@id"/>

  <xsl:template match="/b:bulletin">
    <xsl:call-template name="page">
      <xsl:with-param name="title"
                      select="concat($meta/b:plain-title, ' – ', $meta/b:publication)"/>
      <xsl:with-param name="description" select="normalize-space($meta/b:plain-summary)"/>
      <xsl:with-param name="type" select="'article'"/>
      <xsl:with-param name="head">
        <xsl:if test="$meta/b:pdf">
          <link rel="alternate" type="application/pdf" href="{$meta/b:pdf/@href}"/>
        </xsl:if>
        <meta property="article:published_time" content="{$meta/b:date/@iso}"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/b:bulletin" mode="content">
    <article class="bulletin">
      <xsl:call-template name="front"/>
      <xsl:if test="count($headings) > 2"><xsl:call-template name="contents"/></xsl:if>
      <div class="text"><xsl:apply-templates select="cm:document/*"/></div>
      <xsl:if test="$notes"><xsl:call-template name="notes"/></xsl:if>
      <xsl:if test="$sources"><xsl:call-template name="sources"/></xsl:if>
      <xsl:apply-templates select="$meta/b:digest"/>
    </article>
  </xsl:template>

  <xsl:template name="front">
    <header class="front">
      <ul class="identity">
        <xsl:for-each select="$meta/b:symbol"><li><xsl:value-of select="."/></li></xsl:for-each>
        <xsl:for-each select="$meta/b:date">
          <li>
            <xsl:call-template name="time">
              <xsl:with-param name="iso" select="@iso"/>
              <xsl:with-param name="content" select="string(.)"/>
            </xsl:call-template>
          </li>
        </xsl:for-each>
        <xsl:for-each select="$meta/b:edition | $meta/b:marking">
          <li><xsl:value-of select="."/></li>
        </xsl:for-each>
        <xsl:if test="$meta/b:source-language/@tag != $lang">
          <li>
            <xsl:call-template name="label-pair">
              <xsl:with-param name="key" select="'doc.original-language'"/>
              <xsl:with-param name="value" select="$meta/b:source-language"/>
            </xsl:call-template>
          </li>
        </xsl:if>
      </ul>
      <h1><xsl:apply-templates select="$meta/b:title/*"/></h1>
      <xsl:if test="$meta/b:subtitle">
        <p class="subtitle"><xsl:apply-templates select="$meta/b:subtitle/*"/></p>
      </xsl:if>
      <xsl:if test="$meta/b:pdf">
        <p class="download">
          <a class="button" href="{$meta/b:pdf/@href}" type="application/pdf">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.download-pdf'"/>
            </xsl:call-template>
          </a>
        </p>
      </xsl:if>
    </header>
    <xsl:if test="$meta/b:summary">
      <section class="summary" aria-labelledby="summary">
        <h2 id="summary">
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.summary'"/>
          </xsl:call-template>
        </h2>
        <p><xsl:apply-templates select="$meta/b:summary/*"/></p>
      </section>
    </xsl:if>
    <xsl:apply-templates select="$meta/b:key-figures"/>
  </xsl:template>

  <xsl:template match="b:key-figures">
    <section class="key-figures" aria-labelledby="key-figures">
      <h2 id="key-figures">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.key-figures'"/>
        </xsl:call-template>
      </h2>
      <ul>
        <xsl:for-each select="b:key-figure">
          <li>
            <strong><xsl:apply-templates select="b:fact"/></strong>
            <span class="what">
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="b:title/*"/>
              <xsl:for-each select="b:hedge">
                <xsl:value-of select="concat(' (', ., ')')"/>
              </xsl:for-each>
            </span>
          </li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- CONTENTS: two levels, then the notes and sources. -->
  <xsl:template name="contents">
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.contents'"/>
        </xsl:call-template>
      </h2>
      <ol>
        <xsl:apply-templates select="key('below', '')" mode="contents"/>
        <xsl:if test="$notes">
          <li><a href="#notes">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.notes'"/>
            </xsl:call-template>
          </a></li>
        </xsl:if>
        <xsl:if test="$sources">
          <li><a href="#sources">
            <xsl:call-template name="label">
              <xsl:with-param name="key" select="'doc.sources'"/>
            </xsl:call-template>
          </a></li>
        </xsl:if>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="cm:heading" mode="contents">
    <li>
      <a href="#{@id}">
        <xsl:if test="@number"><xsl:value-of select="concat(@number, '&#x2002;')"/></xsl:if>
        <xsl:apply-templates select="*" mode="plain"/>
      </a>
      <xsl:if test="@level = 1 and key('below', @id)">
        <ol><xsl:apply-templates select="key('below', @id)" mode="contents"/></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- NOTES, with the way back to the text. -->
  <xsl:template name="notes">
    <section class="notes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.notes'"/>
        </xsl:call-template>
      </h2>
      <ol>
        <xsl:for-each select="$notes">
          <xsl:sort select="@number" data-type="number"/>
          <li id="{@id}" value="{@number}"><xsl:call-template name="note-body"/></li>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:template>

  <xsl:template name="note-body">
    <p>
      <xsl:call-template name="note-words"/>
      <xsl:if test="not(cm:paragraph[2])"><xsl:call-template name="back"/></xsl:if>
    </p>
    <xsl:for-each select="cm:paragraph[position() > 1]">
      <p>
        <xsl:apply-templates select="*"/>
        <xsl:if test="position() = last()">
          <xsl:for-each select=".."><xsl:call-template name="back"/></xsl:for-each>
        </xsl:if>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="back">
    <xsl:text> </xsl:text>
    <a class="back" href="#noteref-{substring-after(@id, 'note-')}" role="doc-backlink">
      <xsl:attribute name="aria-label">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.footnote-back'"/>
        </xsl:call-template>
        <xsl:value-of select="concat(' ', @number)"/>
      </xsl:attribute>
      <xsl:text>↩&#xFE0E;</xsl:text>
    </a>
  </xsl:template>

  <!-- What the page says rests on these data, of this day; the digest is that of the files. -->
  <xsl:template match="b:digest">
    <p class="colophon">
      <xsl:call-template name="label-pair">
        <xsl:with-param name="key" select="'doc.data-as-of'"/>
        <xsl:with-param name="value" select="$meta/b:date"/>
      </xsl:call-template>
      <xsl:if test="@href">
        <xsl:text> · </xsl:text>
        <a href="{@href}" type="text/csv">
          <xsl:call-template name="label">
            <xsl:with-param name="key" select="'doc.download-csv'"/>
          </xsl:call-template>
        </a>
      </xsl:if>
      <xsl:text> · </xsl:text>
      <xsl:call-template name="label-pair">
        <xsl:with-param name="key" select="'doc.data-digest'"/>
      </xsl:call-template>
      <code><xsl:value-of select="."/></code>
    </p>
  </xsl:template>

  <xsl:template name="sources">
    <section class="sources" aria-labelledby="sources">
      <h2 id="sources">
        <xsl:call-template name="label">
          <xsl:with-param name="key" select="'doc.sources'"/>
        </xsl:call-template>
      </h2>
      <ol>
        <xsl:for-each select="$sources">
          <li id="{@id}"><xsl:apply-templates select="." mode="sentence"/></li>
        </xsl:for-each>
      </ol>
      <xsl:if test="$meta/b:translator">
        <p class="translator">
          <xsl:call-template name="label-pair">
            <xsl:with-param name="key" select="'doc.translator'"/>
            <xsl:with-param name="value" select="$meta/b:translator"/>
          </xsl:call-template>
        </p>
      </xsl:if>
    </section>
  </xsl:template>

</xsl:stylesheet>
