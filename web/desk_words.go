package web

import _ "embed"

// deskTSV are the words of the pages on which people decide.
//
//go:embed desk.tsv
var deskTSV string
