package export

import (
	"io"
	"strings"

	"mahdar/record"
)

// annotation is a W3C Web Annotation.
type annotation struct {
	ID         string             `json:"id"`
	Type       string             `json:"type"`
	Motivation string             `json:"motivation"`
	Created    string             `json:"created,omitempty"`
	Generator  map[string]string  `json:"generator"`
	Body       []annotationBody   `json:"body"`
	Target     []annotationTarget `json:"target"`
}

type annotationBody struct {
	Type      string `json:"type"`
	Purpose   string `json:"purpose"`
	Value     string `json:"value"`
	Format    string `json:"format"`
	Language  string `json:"language,omitempty"`
	Direction string `json:"textDirection,omitempty"`
}

type annotationTarget struct {
	Type     string     `json:"type"`
	Source   string     `json:"source"`
	Selector []selector `json:"selector"`
}

type selector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

// writeAnnotations writes every piece of evidence as an annotation of its
// article, all in one collection.
func writeAnnotations(j *job, w io.Writer) error {
	l := newList(w, `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:mahdar:annotations","type":"AnnotationCollection","label":"mahdar",`+
		`"first":{"id":"urn:mahdar:annotations:1","type":"AnnotationPage","items":[`, "]}}\n")
	err := j.each(func(f *record.Fact) error {
		for i, e := range f.Evidence {
			a := j.annotation(f, e, i)
			if len(a.Target) == 0 {
				continue
			}
			j.report.Written++
			if err := l.add(a); err != nil {
				return err
			}
		}
		return nil
	}, allKinds()...)
	return l.end(err)
}

func (j *job) annotation(f *record.Fact, e record.Evidence, i int) annotation {
	a := annotation{ID: "urn:mahdar:" + f.ID.String() + ":" + number(float64(i+1)), Type: "Annotation", Motivation: "classifying",
		Generator: map[string]string{"type": "Software", "name": strings.TrimSpace("mahdar " + j.opt.Version)}}
	if r := record.RuleOf(e.Body); r != "" {
		a.Generator["nickname"] = r
	}
	tag := f.ID.Kind.String()
	if f.Label != "" {
		tag += "/" + f.Label
	}
	a.Body = []annotationBody{
		{Type: "TextualBody", Purpose: "tagging", Value: tag, Format: "text/plain", Language: "en", Direction: "ltr"},
		{Type: "TextualBody", Purpose: "identifying", Value: "urn:mahdar:" + f.ID.String(), Format: "text/plain"},
		{Type: "TextualBody", Purpose: "describing", Value: headline(f), Format: "text/plain", Language: "ar", Direction: "auto"},
	}
	for _, s := range record.Spans(e.Body) {
		q := j.quote(e.Article, s)
		if q.Exact == "" {
			continue
		}
		a.Target = append(a.Target, annotationTarget{Type: "SpecificResource", Source: iri(e.Article), Selector: []selector{
			{Type: "TextQuoteSelector", Exact: q.Exact, Prefix: q.Prefix, Suffix: q.Suffix},
			{Type: "TextPositionSelector", Start: &q.Start, End: &q.End},
		}})
	}
	return a
}

// iri names an article: its address, else its hash.
func iri(a *record.Article) string {
	if u := webAddress(a); u != "" {
		return strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `"`, "%22", `\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D").Replace(strings.Map(noBreak, u))
	}
	return "urn:" + a.ID
}
