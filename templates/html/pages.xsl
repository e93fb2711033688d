<?xml version="1.0" encoding="UTF-8"?>
<!--
  Every page there is, one stylesheet that is read once: bulletins (docs/bulletin-xml.md) and the pages around them
  (docs/site-xml.md).  How each kind of page looks is in the file of its name.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="../common/label.xsl"/>
  <xsl:include href="../common/source.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="bulletin.xsl"/>
  <xsl:include href="block.xsl"/>
  <xsl:include href="figure.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="entry.xsl"/>
  <xsl:include href="root.xsl"/>
  <xsl:include href="index.xsl"/>
  <xsl:include href="notice.xsl"/>

  <xsl:output method="html" encoding="UTF-8"/>

</xsl:stylesheet>
