package cli

import (
	"bufio"
	"encoding/json"
	"iter"
	"strings"
	"unicode"

	"mahdar/record"
	"mahdar/text"
)

// jsonFact is a fact as commands print it with --json. Places are code points.
type jsonFact struct {
	ID       record.ID      `json:"id"`
	Kind     string         `json:"kind"`
	Process  string         `json:"process,omitempty"`
	Ordinal  int            `json:"ordinal,omitempty"`
	First    string         `json:"first,omitempty"`
	Last     string         `json:"last,omitempty"`
	Label    string         `json:"label,omitempty"`
	Evidence []jsonEvidence `json:"evidence"`
}

type jsonEvidence struct {
	Article   string    `json:"article"`
	Path      string    `json:"path"`
	URL       string    `json:"url,omitempty"`
	Outlet    string    `json:"outlet,omitempty"`
	Published string    `json:"published,omitempty"`
	About     record.ID `json:"about,omitzero"`
	Quote     string    `json:"quote"`
	Finding   any       `json:"finding"`
}

func (a *app) jsonFacts(facts iter.Seq2[*record.Fact, error]) error {
	return eachJSON(a, facts, func(f *record.Fact) any { return factJSON(f) })
}

// eachJSON prints one JSON object a line.
func eachJSON[T any](a *app, all iter.Seq2[T, error], of func(T) any) error {
	w := bufio.NewWriter(a.out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for v, err := range all {
		if err != nil {
			return err
		}
		if err := enc.Encode(of(v)); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (a *app) oneJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func factJSON(f *record.Fact) jsonFact {
	out := jsonFact{ID: f.ID, Kind: f.ID.Kind.String(), Process: f.Process, Ordinal: f.Ordinal, First: f.First, Last: f.Last, Label: f.Label}
	for _, e := range f.Evidence {
		s := e.Article.Source
		out.Evidence = append(out.Evidence, jsonEvidence{Article: e.Article.ID, Path: s.Path, URL: s.URL, Outlet: s.Outlet,
			Published: e.Article.Published.EDTF, About: e.About, Quote: e.Quote(), Finding: findingJSON(e)})
	}
	return out
}

// findingJSON is a finding with names as JSON has them, its places in code
// points with their words.
func findingJSON(e record.Evidence) any {
	b, err := json.Marshal(e.Body)
	if err != nil {
		return nil
	}
	var v any
	if json.Unmarshal(b, &v) != nil {
		return nil
	}
	return (&outward{e.Article.Text, text.NewOffsets(e.Article.Text)}).value(v)
}

// outward turns values with byte places into values with code points.
type outward struct {
	src string
	off *text.Offsets
}

func (o *outward) value(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = o.value(v[i])
		}
		return v
	case map[string]any:
		out := map[string]any{}
		start, hasStart := v["Start"].(float64)
		end, hasEnd := v["End"].(float64)
		if hasStart && hasEnd {
			s := text.Span{Start: int(start), End: int(end)}
			if s.In(o.src) == "" && len(v) == 2 {
				return nil
			}
			out["start"], out["end"] = o.off.Points(s)
			out["exact"] = s.In(o.src)
			delete(v, "Start")
			delete(v, "End")
		}
		for k, x := range v {
			if x = o.value(x); x != nil && x != "" {
				out[snake(k)] = x
			}
		}
		return out
	}
	return v
}

// snake is a Go name as JSON has it: AllegedBy, alleged_by.
func snake(name string) string {
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
