package record

import (
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"mahdar/fact"
	"mahdar/text"
)

// Words are the words of src under spans, with an ellipsis between stretches
// that do not touch and line breaks as blanks.
func Words(src string, spans []text.Span) string {
	var parts []string
	for _, s := range spans {
		if w := strings.Join(strings.Fields(s.In(src)), " "); w != "" {
			parts = append(parts, w)
		}
	}
	return strings.Join(parts, " … ")
}

// wordAt is where word n under spans begins and ends, in bytes of src; false where they
// have fewer words.
func wordAt(src string, spans []text.Span, n int) (from, to int, ok bool) {
	for _, s := range spans {
		at := s.Start
		for w := range strings.FieldsSeq(s.In(src)) {
			at += strings.Index(src[at:], w)
			if n == 0 {
				return at, at + len(w), true
			}
			at += len(w)
			n--
		}
	}
	return 0, 0, false
}

// around is how many bytes Around shows on each side at most, some dozen words.
const around = 120

// Around is the words under at with what stands before and after them in their
// sentence, cut at whole words where it is long.
func Around(src string, at text.Span) string {
	if at.In(src) == "" {
		return ""
	}
	before, after := src[max(0, at.Start-around):at.Start], src[at.End:min(len(src), at.End+around)]
	cutBefore, cutAfter := at.Start > around, at.End+around < len(src)
	if i := strings.LastIndexAny(before, ".!؟\n"); i >= 0 {
		_, n := utf8.DecodeRuneInString(before[i:])
		before, cutBefore = before[i+n:], false
	}
	if i := strings.IndexAny(after, ".!؟\n"); i >= 0 {
		after, cutAfter = after[:i], false
	}
	if cutBefore {
		_, before, _ = strings.Cut(before, " ")
		before = "… " + before
	}
	if cutAfter {
		after = after[:max(0, strings.LastIndexByte(after, ' '))] + " …"
	}
	return strings.Join(strings.Fields(before+at.In(src)+after), " ")
}

// content is the spans that carry what a body says, without who says it; nil
// for kinds where all spans do.
func content(body any) []text.Span {
	switch b := body.(type) {
	case *fact.Statement:
		return b.Content
	case *fact.Meeting:
		return b.Evidence
	case *fact.Commitment:
		return b.Content
	}
	return nil
}

// site is the host of an address without www.
func site(address string) string {
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// base is the last part of a path of either kind of slash.
func base(p string) string {
	if p == "" {
		return ""
	}
	return path.Base(strings.ReplaceAll(p, `\`, "/"))
}
