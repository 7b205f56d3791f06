package record

import (
	"net/url"
	"path"
	"strings"

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
