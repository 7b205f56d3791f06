package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
)

// annoContext is as much of http://www.w3.org/ns/anno.jsonld as annotations here
// use, so that the test needs no network.
const annoContext = `{"@context":{"oa":"http://www.w3.org/ns/oa#","dc":"http://purl.org/dc/elements/1.1/","dcterms":"http://purl.org/dc/terms/","as":"http://www.w3.org/ns/activitystreams#","rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#","rdfs":"http://www.w3.org/2000/01/rdf-schema#","foaf":"http://xmlns.com/foaf/0.1/","xsd":"http://www.w3.org/2001/XMLSchema#",
"id":{"@type":"@id","@id":"@id"},"type":{"@type":"@id","@id":"@type"},"Annotation":"oa:Annotation","TextualBody":"oa:TextualBody","SpecificResource":"oa:SpecificResource","TextQuoteSelector":"oa:TextQuoteSelector","TextPositionSelector":"oa:TextPositionSelector","Software":"as:Application",
"AnnotationCollection":"as:OrderedCollection","AnnotationPage":"as:OrderedCollectionPage","classifying":"oa:classifying","identifying":"oa:identifying","describing":"oa:describing","tagging":"oa:tagging","auto":"oa:autoDirection","ltr":"oa:ltrDirection","rtl":"oa:rtlDirection",
"body":{"@type":"@id","@id":"oa:hasBody"},"target":{"@type":"@id","@id":"oa:hasTarget"},"source":{"@type":"@id","@id":"oa:hasSource"},"selector":{"@type":"@id","@id":"oa:hasSelector"},"motivation":{"@type":"@vocab","@id":"oa:motivatedBy"},"purpose":{"@type":"@vocab","@id":"oa:hasPurpose"},"textDirection":{"@type":"@vocab","@id":"oa:textDirection"},
"items":{"@type":"@id","@id":"as:items","@container":"@list"},"first":{"@type":"@id","@id":"as:first"},"generator":{"@type":"@id","@id":"as:generator"},"exact":"oa:exact","prefix":"oa:prefix","suffix":"oa:suffix","value":"rdf:value","format":"dc:format","language":"dc:language","label":"rdfs:label","name":"foaf:name","nickname":"foaf:nick",
"start":{"@type":"xsd:nonNegativeInteger","@id":"oa:start"},"end":{"@type":"xsd:nonNegativeInteger","@id":"oa:end"}}}`

// offline gives contexts that the tests have and refuses all others.
type offline struct{}

func (offline) LoadDocument(u string) (*ld.RemoteDocument, error) {
	if u != "http://www.w3.org/ns/anno.jsonld" {
		return nil, fmt.Errorf("the document asks the network for %s", u)
	}
	var v any
	if err := json.Unmarshal([]byte(annoContext), &v); err != nil {
		return nil, err
	}
	return &ld.RemoteDocument{DocumentURL: u, Document: v}, nil
}

// quads reads JSON-LD as RDF and gives its statements as lines.
func quads(t *testing.T, b []byte) []string {
	t.Helper()
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	opt := ld.NewJsonLdOptions("")
	opt.DocumentLoader = offline{}
	opt.Format = "application/n-quads"
	opt.SafeMode = true // a key without a meaning is an error
	out, err := ld.NewJsonLdProcessor().ToRDF(v, opt)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(out.(string)), "\n")
}

func TestJSONLDIsRDF(t *testing.T) {
	b, _ := export(t, "jsonld", Options{})
	got := quads(t, b)
	all := strings.Join(got, "\n")
	for _, want := range []string{
		`<urn:mahdar:m000000000001> <https://schema.org/startDate> "2031-05-06"^^<http://www.w3.org/2001/XMLSchema#date> .`,
		`<urn:mahdar:m000000000001> <https://schema.org/superEvent> <urn:mahdar:talks:marsa> .`,
		`<urn:mahdar:m000000000001> <https://schema.org/attendee> <urn:mahdar:a000000000002> .`,
		`<urn:mahdar:s000000000001> <https://schema.org/author> <urn:mahdar:a000000000001> .`,
		`<urn:mahdar:s000000000001> <https://schema.org/text> "الجبهة لن تحضر الجولة الثالثة"@ar .`,
		`<urn:mahdar:s000000000001> <https://schema.org/about> <urn:mahdar:m000000000001> .`,
		`<urn:mahdar:i000000000001> <urn:mahdar:term:actor> <urn:mahdar:a000000000004> .`,
		`<urn:mahdar:i000000000001> <urn:mahdar:term:recipientName> "مدنيين"@ar .`,
		`<https://alufuq.example/marsa-3> <https://schema.org/headline> "جبهة الهضبة تقاطع الجولة الثالثة في مرساة"@ar .`,
		`<urn:mahdar:a000000000005> <https://schema.org/sameAs> <http://www.wikidata.org/entity/Q0> .`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("missing: %s", want)
		}
	}
	if strings.Contains(all, "s000000000004") {
		t.Error("a rejected fact is told")
	}
}

func TestAnnotationsAreRDF(t *testing.T) {
	b, r := export(t, "web-annotation", Options{})
	all := strings.Join(quads(t, b), "\n")
	if n := strings.Count(all, "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/oa#Annotation>"); n != r.Written || n == 0 {
		t.Errorf("%d annotations, %d reported", n, r.Written)
	}
	for _, want := range []string{
		`<urn:mahdar:s000000000001:1> <http://www.w3.org/ns/oa#motivatedBy> <http://www.w3.org/ns/oa#classifying>`,
		`<http://www.w3.org/ns/oa#exact> "الجبهة لن تحضر الجولة الثالثة"`,
		`<http://www.w3.org/ns/oa#start> "61"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>`,
		`<http://www.w3.org/ns/oa#hasSource> <urn:sha256:bbbb`,
	} {
		if !strings.Contains(all, want) {
			t.Errorf("missing: %s", want)
		}
	}
}

// ftmModel is the properties of the schemata that the export uses, inherited ones
// among them, with those that are links and what they link to (model of
// FollowTheMoney 3.8).
var ftmModel = func() map[string]map[string]string {
	thing := "name alias country description keywords notes publisher publisherUrl sourceUrl summary wikidataId proof>Document"
	interval := "date startDate endDate summary description publisher publisherUrl sourceUrl recordId"
	analyzable := " namesMentioned peopleMentioned companiesMentioned locationMentioned"
	legal := thing + " classification sector status jurisdiction mainCountry parent>LegalEntity"
	out := map[string]map[string]string{}
	for name, props := range map[string]string{
		"Person": legal + " position title nationality citizenship", "Organization": legal, "PublicBody": legal, "LegalEntity": legal,
		"Event":          thing + " " + interval + analyzable + " involved>LegalEntity organizer>LegalEntity location important",
		"Article":        thing + analyzable + " fileName title author publishedAt language bodyText contentHash date mimeType",
		"Note":           thing + analyzable + " entity>Thing",
		"Documentation":  interval + " document>Document entity>Thing role status",
		"Mention":        "document>Document name resolved>LegalEntity detectedSchema detectedCountry",
		"Representation": interval + " agent>LegalEntity client>LegalEntity role status",
	} {
		out[name] = map[string]string{}
		for _, p := range strings.Fields(props) {
			name2, to, _ := strings.Cut(p, ">")
			out[name][name2] = to
		}
	}
	return out
}()

func TestFTM(t *testing.T) {
	isA := map[string][]string{"Person": {"LegalEntity", "Thing"}, "Organization": {"LegalEntity", "Thing"}, "PublicBody": {"Organization", "LegalEntity", "Thing"}, "LegalEntity": {"Thing"},
		"Article": {"Document", "Thing"}, "Event": {"Thing"}, "Note": {"Thing"}}
	must := map[string][]string{"Article": {"fileName"}, "Documentation": {"document", "entity"}, "Mention": {"document", "name"}, "Representation": {"agent", "client"}, "Event": {"name"}, "Person": {"name"}, "Note": {"name"}}
	b, _ := export(t, "ftm", Options{})
	schemaOf := map[string]string{}
	all := lines(t, b)
	for _, l := range all {
		id := l["id"].(string)
		if _, twice := schemaOf[id]; twice {
			t.Errorf("%s stands twice", id)
		}
		schemaOf[id] = l["schema"].(string)
	}
	for _, l := range all {
		schema := l["schema"].(string)
		props := l["properties"].(map[string]any)
		for _, p := range must[schema] {
			if props[p] == nil {
				t.Errorf("%s %s lacks %s", schema, l["id"], p)
			}
		}
		for p, values := range props {
			to, ok := ftmModel[schema][p]
			if !ok {
				t.Errorf("%s has no property %s", schema, p)
			}
			for _, v := range values.([]any) {
				if v == "" {
					t.Errorf("%s: an empty %s", l["id"], p)
				}
				if to == "" {
					continue
				}
				target := schemaOf[v.(string)]
				if target != to && !contains(isA[target], to) {
					t.Errorf("%s: %s links to %s, a %q and no %s", l["id"], p, v, target, to)
				}
			}
		}
	}
}

func contains(list []string, s string) bool {
	return strings.Contains(" "+strings.Join(list, " ")+" ", " "+s+" ")
}

func TestGeoJSON(t *testing.T) {
	b, r := export(t, "geojson", Options{})
	var c struct {
		Type     string
		Features []struct {
			Type, ID string
			Geometry *struct {
				Type        string
				Coordinates []float64
			}
			Properties map[string]any
		}
	}
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	if c.Type != "FeatureCollection" || len(c.Features) != r.Written {
		t.Errorf("%s of %d, %d reported", c.Type, len(c.Features), r.Written)
	}
	unplaced := 0
	for _, f := range c.Features {
		switch {
		case f.Geometry == nil:
			unplaced++
		case f.Geometry.Type != "Point" || len(f.Geometry.Coordinates) != 2 || f.Geometry.Coordinates[0] < 40 || f.Geometry.Coordinates[1] > 15:
			t.Errorf("%s: %+v (longitude comes first)", f.ID, f.Geometry)
		}
	}
	if unplaced != 1 {
		t.Errorf("%d features are nowhere, want the one whose name two towns bear", unplaced)
	}
}

func TestTimeline(t *testing.T) {
	b, r := export(t, "timelinejs", Options{})
	var c struct{ Events []slide }
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c); err != nil {
		t.Fatal(err)
	}
	if len(c.Events) != r.Written || len(c.Events) == 0 {
		t.Fatalf("%d slides, %d reported", len(c.Events), r.Written)
	}
	for _, s := range c.Events {
		if s.UniqueID == "" || s.Start.Year == "" || strings.Contains(s.Text.Text, "<خطير>") {
			t.Errorf("%+v", s)
		}
	}
}

// readICal unfolds content lines and gives the events as names and values.
func readICal(t *testing.T, b []byte) (events []map[string]string) {
	t.Helper()
	for i, l := range strings.Split(string(b), "\r\n") {
		if len(l) > 75 {
			t.Errorf("line %d has %d bytes", i, len(l))
		}
	}
	unfolded := strings.ReplaceAll(string(b), "\r\n ", "")
	var depth []string
	for _, l := range strings.Split(strings.TrimSuffix(unfolded, "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(l, ":")
		name, _, _ = strings.Cut(name, ";")
		switch {
		case !ok || strings.Contains(value, "\n"):
			t.Fatalf("no content line: %q", l)
		case name == "BEGIN":
			depth = append(depth, value)
			if value == "VEVENT" {
				events = append(events, map[string]string{})
			}
		case name == "END":
			if depth[len(depth)-1] != value {
				t.Fatalf("%s ends in %v", value, depth)
			}
			depth = depth[:len(depth)-1]
		case depth[len(depth)-1] == "VEVENT":
			e := events[len(events)-1]
			if _, twice := e[name]; twice {
				t.Errorf("%s stands twice", name)
			}
			e[name] = value
		}
	}
	if len(depth) != 0 {
		t.Errorf("%v does not end", depth)
	}
	return events
}

func TestICal(t *testing.T) {
	b, r := export(t, "ical", Options{})
	es := readICal(t, b)
	if len(es) != r.Written || len(es) != 2 {
		t.Fatalf("%d events, %d reported", len(es), r.Written)
	}
	m := es[0]
	for k, want := range map[string]string{"UID": "m000000000001@mahdar", "DTSTART": "20310506", "DTEND": "20310508", "STATUS": "CONFIRMED", "DTSTAMP": "20310508T000000Z", "GEO": "12.1;41.9"} {
		if m[k] != want {
			t.Errorf("%s is %s, want %s", k, m[k], want)
		}
	}
}

func FuzzICalText(f *testing.F) {
	f.Add("قال؛ نعم, ثم\nسكت\\ \r\n BEGIN:VEVENT \x00\xff" + strings.Repeat("ك", 80))
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		c := &calendar{w: &b}
		c.line("BEGIN", "VEVENT")
		c.line("SUMMARY", icalText(s))
		c.line("END", "VEVENT")
		if es := readICal(t, b.Bytes()); len(es) != 1 {
			t.Errorf("%d events", len(es))
		}
	})
}
