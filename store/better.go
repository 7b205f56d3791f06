package store

import (
	"cmp"

	"mahdar/text"
)

// Better reports whether the copy (s, p) of an article tells more of where and
// when it appeared than the copy (t, q): a day of publication before none, the
// earlier before the later, an address before none; equals by their letters,
// so that the same copies end in the same choice whatever their order. The
// path counts for nothing: the same file may be named in many ways.
func Better(s text.Source, p text.Published, t text.Source, q text.Published) bool {
	return compare(s, p, t, q) < 0
}

func compare(s text.Source, p text.Published, t text.Source, q text.Published) int {
	return cmp.Or(
		known(p.Day(), q.Day()), cmp.Compare(p.EDTF, q.EDTF),
		known(s.URL, t.URL), known(s.Outlet, t.Outlet),
		cmp.Compare(s.URL, t.URL), cmp.Compare(s.Outlet, t.Outlet),
		cmp.Compare(s.Author, t.Author), cmp.Compare(s.Title, t.Title))
}

// known puts what is there before what is not.
func known(a, b string) int {
	switch {
	case a != "" && b == "":
		return -1
	case a == "" && b != "":
		return 1
	}
	return 0
}
