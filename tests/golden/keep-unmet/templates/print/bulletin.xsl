<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">
  <xsl:template match="/">
    <fo:root xml:lang="en">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="a" page-width="100mm" page-height="60mm"><fo:region-body margin="10mm"/></fo:simple-page-master>
      </fo:layout-master-set>
      <fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body"><fo:block keep-together.within-page="always"><fo:block>Line 0.</fo:block><fo:block>Line 1.</fo:block><fo:block>Line 2.</fo:block><fo:block>Line 3.</fo:block><fo:block>Line 4.</fo:block><fo:block>Line 5.</fo:block><fo:block>Line 6.</fo:block><fo:block>Line 7.</fo:block><fo:block>Line 8.</fo:block><fo:block>Line 9.</fo:block><fo:block>Line 10.</fo:block><fo:block>Line 11.</fo:block></fo:block></fo:flow></fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
