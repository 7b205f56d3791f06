package intake

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// jsonLD reads a block of JSON-LD. Many sites write raw line breaks into its
// strings, which JSON forbids; they are taken for blanks.
func (m *pageMeta) jsonLD(src string) {
	src = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, src)
	var v any
	if json.Unmarshal([]byte(src), &v) != nil {
		return
	}
	m.ldNode(v, 0)
}

func (m *pageMeta) ldNode(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.ldNode(e, depth+1)
		}
	case map[string]any:
		m.ldNode(v["@graph"], depth+1)
		kind := ""
		for _, t := range asList(v["@type"]) {
			kind = strings.ToLower(t)
			m.types = append(m.types, kind)
		}
		if !strings.Contains(kind, "article") && !strings.Contains(kind, "posting") && kind != "report" {
			if kind == "webpage" && asString(v["datePublished"]) != "" {
				m.day(asString(v["datePublished"]), "JSON-LD WebPage datePublished", inMicrodata)
			}
			return
		}
		m.article = true
		m.day(asString(v["datePublished"]), "JSON-LD datePublished", inJSONLD)
		if m.ldTitle == "" {
			m.ldTitle = squeeze(html.UnescapeString(asString(v["headline"])))
		}
		if m.author == "" {
			m.author = squeeze(nameOf(v["author"]))
		}
		if m.outlet == "" {
			m.outlet = squeeze(nameOf(v["publisher"]))
		}
		if b := asString(v["articleBody"]); len(b) > len(m.articleBody) {
			m.articleBody = html.UnescapeString(b)
		}
	}
}

func asString(v any) string {
	s, _ := v.(string)
	return s
}

func asList(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// nameOf is the name of a JSON-LD person or organisation, in any of its forms.
func nameOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var out []string
		for _, e := range v {
			if s := nameOf(e); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, "، ")
	case map[string]any:
		return asString(v["name"])
	}
	return ""
}
