package api

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

//go:embed assets
var assets embed.FS

func typeOf[T any]() reflect.Type { return reflect.TypeFor[T]() }

// document completes the OpenAPI document and serves it as JSON, as YAML and
// in words.
func (s *Server) document() error {
	doc := s.huma.OpenAPI()
	schemas := doc.Components.Schemas.Map()
	for _, x := range schemas {
		for _, p := range x.Properties {
			if p.Type == huma.TypeArray {
				p.Nullable = false // a list without items is [] or absent
			}
		}
	}
	if err := s.addReading(schemas); err != nil {
		return err
	}
	js, err := json.MarshalIndent(doc, "", " ")
	if err != nil {
		return fmt.Errorf("the OpenAPI document: %w", err)
	}
	yaml, err := doc.YAML()
	if err != nil {
		return fmt.Errorf("the OpenAPI document: %w", err)
	}
	page, err := render(doc, js)
	if err != nil {
		return fmt.Errorf("the page of the documentation: %w", err)
	}
	css, err := assets.ReadFile("assets/docs.css")
	if err != nil {
		return err
	}
	for path, x := range map[string]struct {
		kind string
		body []byte
	}{"/openapi.json": {"application/vnd.oai.openapi+json;version=3.1", js}, "/openapi.yaml": {"application/vnd.oai.openapi;version=3.1", yaml},
		"/docs": {"text/html; charset=utf-8", page}, "/docs.css": {"text/css; charset=utf-8", css}} {
		s.mux.HandleFunc("GET "+Prefix+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", x.kind)
			w.Write(x.body)
		})
	}
	s.mux.HandleFunc("GET "+Prefix+"/{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, Prefix+"/docs", http.StatusFound)
	})
	return nil
}

// docs is what the page of the documentation shows.
type docs struct {
	Title, Version, About string
	Groups                []group
	Schemas               []schema
}

type group struct {
	Name, About string
	Operations  []operation
}

type operation struct {
	ID, Method, Path, Summary, About string
	Try                              bool // a plain address that a browser may open
	Parameters                       []field
	Body                             []field
	Answers                          []answerDoc
}

type answerDoc struct{ Status, About, Schema, Kind string }

type schema struct {
	Name, About string
	Fields      []field
}

type field struct {
	Name, In, Type, Ref, About string
	Required                   bool
	Values                     []string
	Default                    string
}

// render draws the document as a page of our own.
func render(doc *huma.OpenAPI, js []byte) ([]byte, error) {
	t, err := template.ParseFS(assets, "assets/docs.html")
	if err != nil {
		return nil, err
	}
	d := docs{Title: doc.Info.Title, Version: doc.Info.Version, About: doc.Info.Description}
	for _, tag := range doc.Tags {
		g := group{Name: tag.Name, About: tag.Description}
		for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
			for method, op := range map[string]*huma.Operation{"GET": doc.Paths[path].Get, "POST": doc.Paths[path].Post} {
				if op != nil && slices.Contains(op.Tags, tag.Name) {
					g.Operations = append(g.Operations, operationOf(method, path, op))
				}
			}
		}
		d.Groups = append(d.Groups, g)
	}
	var whole struct {
		Components struct{ Schemas map[string]raw }
	}
	if err := json.Unmarshal(js, &whole); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(whole.Components.Schemas)) {
		x := whole.Components.Schemas[name]
		d.Schemas = append(d.Schemas, schema{name, x.Description, x.fields()})
	}
	var b bytes.Buffer
	err = t.Execute(&b, d)
	return b.Bytes(), err
}

func operationOf(method, path string, op *huma.Operation) operation {
	o := operation{ID: op.OperationID, Method: method, Path: path, Summary: op.Summary, About: op.Description}
	o.Try = method == http.MethodGet && !strings.Contains(path, "{") && op.OperationID != "search" && op.OperationID != "listen"
	for _, p := range op.Parameters {
		f := field{Name: p.Name, In: p.In, Type: p.Schema.Type, Required: p.Required, About: p.Description}
		for _, v := range p.Schema.Enum {
			f.Values = append(f.Values, fmt.Sprint(v))
		}
		if p.Schema.Default != nil {
			f.Default = fmt.Sprint(p.Schema.Default)
		}
		o.Parameters = append(o.Parameters, f)
	}
	if op.RequestBody != nil {
		for kind, m := range op.RequestBody.Content {
			o.Body = append(o.Body, field{Name: kind, Ref: refName(m.Schema.Ref), Required: op.RequestBody.Required})
		}
	}
	for _, status := range slices.Sorted(maps.Keys(op.Responses)) {
		r := op.Responses[status]
		x := answerDoc{Status: status, About: r.Description}
		for kind, m := range r.Content {
			x.Kind = kind
			if m.Schema != nil {
				x.Schema = refName(m.Schema.Ref)
			}
		}
		o.Answers = append(o.Answers, x)
	}
	return o
}

func refName(ref string) string { return strings.TrimPrefix(ref, "#/components/schemas/") }

// raw is as much of a JSON schema as the page shows.
type raw struct {
	Ref         string `json:"$ref"`
	Type        any
	Description string
	Items       *raw
	Properties  map[string]raw
	Required    []string
	Enum        []any
	Const       any
	AnyOf       []raw
	Values      any `json:"additionalProperties"`
}

func (x raw) fields() (out []field) {
	for _, name := range slices.Sorted(maps.Keys(x.Properties)) {
		p := x.Properties[name]
		f := field{Name: name, About: p.Description, Required: slices.Contains(x.Required, name)}
		f.Type, f.Ref = p.kind()
		for _, v := range p.Enum {
			f.Values = append(f.Values, fmt.Sprint(v))
		}
		out = append(out, f)
	}
	return out
}

// kind words the type of a schema, and names the schema that it refers to.
func (x raw) kind() (words, ref string) {
	switch {
	case x.Ref != "":
		return "", refName(x.Ref)
	case len(x.AnyOf) > 0:
		words, ref = x.AnyOf[0].kind()
		return strings.TrimSpace(words + " or null"), ref
	case x.Items != nil:
		words, ref = x.Items.kind()
		return strings.TrimSpace("list of " + words), ref
	case x.Const != nil:
		return fmt.Sprint(x.Const), ""
	}
	switch t := x.Type.(type) {
	case string:
		return t, ""
	case []any:
		var all []string
		for _, v := range t {
			all = append(all, fmt.Sprint(v))
		}
		return strings.Join(all, " or "), ""
	}
	return "any", ""
}
