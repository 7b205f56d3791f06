package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"mahdar/answer"
	"mahdar/api"
	"mahdar/store"
	"mahdar/store/sqlite"
	"mahdar/store/storetest"
)

// document is the OpenAPI document as clients get it.
type document struct {
	raw   []byte
	any   map[string]any
	Paths map[string]map[string]struct {
		OperationID string `json:"operationId"`
		Tags        []string
		Parameters  []struct{ Name, In string }
		Responses   map[string]struct {
			Content map[string]struct{ Schema json.RawMessage }
		}
	}
	Tags       []struct{ Name string }
	Components struct {
		Schemas map[string]json.RawMessage
	}
}

func documentOf(t *testing.T, s *api.Server) *document {
	t.Helper()
	w := ask(s, "GET", "/api/v1/openapi.json")
	if w.Code != http.StatusOK {
		t.Fatalf("status %d", w.Code)
	}
	d := &document{raw: w.Body.Bytes()}
	for _, v := range []any{d, &d.any} {
		if err := json.Unmarshal(d.raw, v); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// schema resolves one of the document's schemas with all that it refers to.
func (d *document) schema(t *testing.T, raw json.RawMessage) *jsonschema.Resolved {
	t.Helper()
	defs := map[string]json.RawMessage{}
	for name, s := range d.Components.Schemas {
		defs[name] = s
	}
	whole, err := json.Marshal(map[string]any{"$defs": defs, "allOf": []json.RawMessage{raw}})
	if err != nil {
		t.Fatal(err)
	}
	s := new(jsonschema.Schema)
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(whole), "#/components/schemas/", "#/$defs/")), s); err != nil {
		t.Fatalf("a schema is none of JSON Schema 2020-12: %v", err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatalf("a schema cannot be resolved: %v", err)
	}
	return r
}

func TestOpenAPI(t *testing.T) {
	s, resolved := room(t), map[string]bool{}
	d := documentOf(t, s)
	rules, err := os.ReadFile("testdata/openapi-3.1.rules.json")
	if err != nil {
		t.Fatal(err)
	}
	rs := new(jsonschema.Schema)
	if err := json.Unmarshal(rules, rs); err != nil {
		t.Fatal(err)
	}
	r, err := rs.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Validate(d.any); err != nil {
		t.Errorf("the document breaks a rule of OpenAPI 3.1: %v", err)
	}
	var tags, ids []string
	for _, tag := range d.Tags {
		tags = append(tags, tag.Name)
	}
	braces := regexp.MustCompile(`\{([^}]+)\}`)
	for path, ops := range d.Paths {
		for method, op := range ops {
			at := method + " " + path
			if slices.Contains(ids, op.OperationID) {
				t.Errorf("%s: the id %s is there twice", at, op.OperationID)
			}
			ids = append(ids, op.OperationID)
			for _, tag := range op.Tags {
				if !slices.Contains(tags, tag) {
					t.Errorf("%s: the tag %s is not described", at, tag)
				}
			}
			var want, have []string
			for _, m := range braces.FindAllStringSubmatch(path, -1) {
				want = append(want, m[1])
			}
			for _, p := range op.Parameters {
				if p.In == "path" {
					have = append(have, p.Name)
				}
			}
			if !slices.Equal(want, have) {
				t.Errorf("%s: the path has %v, described are %v", at, want, have)
			}
			for status, resp := range op.Responses {
				for kind, m := range resp.Content {
					if strings.HasSuffix(kind, "json") && len(m.Schema) == 0 {
						t.Errorf("%s: %s as %s has no schema", at, status, kind)
					}
					if len(m.Schema) > 0 && !resolved[string(m.Schema)] {
						resolved[string(m.Schema)] = true
						d.schema(t, m.Schema)
					}
				}
			}
		}
	}
	for _, ref := range regexp.MustCompile(`"\$ref": ?"([^"]*)"`).FindAllStringSubmatch(string(d.raw), -1) {
		if name, ok := strings.CutPrefix(ref[1], "#/components/schemas/"); !ok || d.Components.Schemas[name] == nil {
			t.Errorf("%s leads nowhere", ref[1])
		}
	}
	yaml := ask(s, "GET", "/api/v1/openapi.yaml").Body.String()
	for path := range d.Paths {
		if !strings.Contains(yaml, "\n  "+path+":") {
			t.Errorf("openapi.yaml lacks %s", path)
		}
	}
}

// ids finds an id for every path that names one.
func (d *document) sample(t *testing.T, s *api.Server, path string) string {
	t.Helper()
	if !strings.Contains(path, "{id}") {
		return path
	}
	parts := strings.Split(path, "/{id}")
	list := parts[0]
	if strings.HasSuffix(list, "/facts") {
		list = api.Prefix + "/statements"
	}
	var body struct {
		Items []struct{ ID, Key, Article string }
	}
	if err := json.Unmarshal(ask(s, "GET", list).Body.Bytes(), &body); err != nil {
		t.Fatal(err)
	}
	if len(body.Items) == 0 {
		return ""
	}
	i := body.Items[0]
	return parts[0] + "/" + i.ID + i.Key + i.Article + parts[1]
}

// Every answer is as the document says, in both languages.
func TestAnswersAreAsDescribed(t *testing.T) {
	for name, s := range map[string]*api.Server{"the demo": room(t), "a generated record": generated(t)} {
		t.Run(name, func(t *testing.T) { described(t, s) })
	}
}

// generated serves a record of generated articles, which disagree.
func generated(t *testing.T) *api.Server {
	t.Helper()
	db, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	var parcels []*store.Parcel
	for n := range 80 {
		doc, r := storetest.Generated(n)
		p, err := store.Pack(doc, r, "test")
		if err != nil {
			t.Fatal(err)
		}
		parcels = append(parcels, p)
	}
	if _, err := db.Add(t.Context(), parcels); err != nil {
		t.Fatal(err)
	}
	s, err := api.New(api.Options{Answer: answer.Options{Record: db}})
	if err != nil {
		t.Fatal(err)
	}
	var list struct{ Items []any }
	if err := json.Unmarshal(ask(s, "GET", "/api/v1/disagreements").Body.Bytes(), &list); err != nil || len(list.Items) < 5 {
		t.Fatalf("%d disagreements, %v", len(list.Items), err)
	}
	return s
}

func described(t *testing.T, s *api.Server) {
	d := documentOf(t, s)
	seen := 0
	for _, path := range slices.Sorted(maps.Keys(d.Paths)) {
		op, ok := d.Paths[path]["get"]
		if !ok || op.OperationID == "listen" {
			continue
		}
		schema := d.schema(t, op.Responses["200"].Content["application/json"].Schema)
		address := d.sample(t, s, path)
		if address == "" {
			t.Logf("%s: the record has none", path)
			continue
		}
		for _, lang := range []string{"en", "ar"} {
			q := url.Values{}
			for _, p := range op.Parameters {
				switch p.Name {
				case "lang":
					q.Set("lang", lang)
				case "finding":
					q.Set("finding", "true")
				case "q":
					q.Set("q", "الهدنة")
				}
			}
			w := ask(s, "GET", address+"?"+q.Encode())
			if w.Code != http.StatusOK {
				t.Errorf("%s?%s: status %d: %s", address, q.Encode(), w.Code, w.Body)
				continue
			}
			var body any
			if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(body); err != nil {
				t.Errorf("%s: the answer is not as described: %v", address, err)
			}
			seen++
		}
	}
	if seen < 40 {
		t.Errorf("only %d answers seen", seen)
	}
	// A problem, too.
	op := d.Paths[api.Prefix+"/meetings/{id}"]["get"]
	problem := d.schema(t, op.Responses["404"].Content["application/problem+json"].Schema)
	var body any
	if err := json.Unmarshal(ask(s, "GET", api.Prefix+"/meetings/m000000000000").Body.Bytes(), &body); err != nil {
		t.Fatal(err)
	}
	if err := problem.Validate(body); err != nil {
		t.Error(err)
	}
}

// The schema of readings describes all of a reading: with every schema closed,
// nothing in it is left over.
func TestReadingSchema(t *testing.T) {
	raw, err := os.ReadFile("reading.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var defs map[string]map[string]any
	if err := json.Unmarshal(raw, &defs); err != nil {
		t.Fatal(err)
	}
	for _, d := range defs {
		d["additionalProperties"] = false
	}
	whole, err := json.Marshal(map[string]any{"$defs": defs, "$ref": "#/components/schemas/Reading"})
	if err != nil {
		t.Fatal(err)
	}
	schema := new(jsonschema.Schema)
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(whole), "#/components/schemas/", "#/$defs/")), schema); err != nil {
		t.Fatal(err)
	}
	r, err := schema.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := room(t)
	var list struct{ Items []struct{ Reading string } }
	if err := json.Unmarshal(ask(s, "GET", "/api/v1/articles?limit=100").Body.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	for _, a := range list.Items {
		var body any
		w := ask(s, "GET", a.Reading)
		if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
			t.Fatal(fmt.Errorf("%s: %w", a.Reading, err))
		}
		if err := r.Validate(body); err != nil {
			t.Errorf("%s: %v", a.Reading, err)
		}
	}
	if len(list.Items) < 10 {
		t.Errorf("only %d readings", len(list.Items))
	}
}
