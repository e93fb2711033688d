<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">
  <xsl:template match="/">
    <fo:root xml:lang="en">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="a" page-width="100mm" page-height="60mm"><fo:region-body margin="10mm"/></fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body"><fo:block word-spacing="2pt">One.</fo:block><fo:multi-switch><fo:block>Two.</fo:block></fo:multi-switch></fo:flow></fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
