#!/bin/sh
# figures.sh: the sample's figures are in the PDFs and pages of each language, in its own form.
. "$(dirname -- "$0")/lib/sample"

copy_sample one
ok "the sample builds" "$program" -C "$work/one" build
for lang in en pl uk; do
  for id in virtual-assets-2020 it-workers smuggling-2019; do
    ok "$lang/$id: page" test -s "$work/one/out/$lang/$id/index.html"
    ok "$lang/$id: PDF" test -s "$work/one/out/$lang/$id/$id.$lang.pdf"
  done
done

# figure LANG TEXT: in the PDF and in the page.
figure() {
  id=virtual-assets-2020
  has "$work/one/out/$1/$id/$id.$1.pdf" "$2" && has "$work/one/out/$1/$id/index.html" "$2"
}
ok "en: about 316 million" figure en "about \$316 million"
ok "en: about 281 million" figure en "about \$281 million"
ok "en: 23 million without qualifier" figure en "The amount, \$23 million, carries no qualifier"
ok "pl: 316 mln" figure pl "około 316 mln dolarów amerykańskich"
ok "pl: 281 mln" figure pl "około 281 mln dolarów amerykańskich"
ok "pl: 23 mln" figure pl "23 mln dolarów amerykańskich"
ok "pl: 23 mln without qualifier" not figure pl "około 23 mln"
ok "uk: 316 млн" figure uk "близько 316 млн доларів США"
ok "uk: 281 млн" figure uk "близько 281 млн доларів США"
ok "uk: 23 млн" figure uk "23 млн доларів США"
ok "uk: 23 млн without qualifier" not figure uk "близько 23 млн"
finish
