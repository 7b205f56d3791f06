package export

import (
	"io"
	"strings"

	"mahdar/fact"
	"mahdar/record"
)

type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   *geometry      `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude first (RFC 7946)
}

// writeGeoJSON writes meetings, ceasefires and incidents that name a place.
func writeGeoJSON(j *job, w io.Writer) error {
	l := newList(w, `{"type":"FeatureCollection","features":[`, "]}\n")
	err := j.each(func(f *record.Fact) error {
		a, place := placeOf(f)
		if place == "" {
			j.leave(f, "without a place")
			return nil
		}
		s, ok, err := j.spot(a, place)
		if err != nil {
			return err
		}
		j.report.Written++
		return l.add(newFeature(f, place, s, ok))
	}, record.Meetings, record.Ceasefires, record.Incidents)
	return l.end(err)
}

func newFeature(f *record.Fact, place string, s spot, located bool) feature {
	t := whenOf(f)
	p := map[string]any{"kind": f.ID.Kind.String(), "label": f.Label, "title": headline(f), "place": place, "quote": f.Evidence[0].Quote(), "sources": outlets(f)}
	set := func(key, v string) {
		if v != "" {
			p[key] = v
		}
	}
	set("process", f.Process)
	set("date", t.EDTF)
	set("first", t.First)
	set("last", t.Last)
	var urls []string
	for _, e := range f.Evidence {
		urls = append(urls, address(e.Article))
	}
	set("url", strings.Join(unique(nonEmpty(urls)), " "))
	if b, ok := f.Evidence[0].Body.(*fact.Incident); ok {
		set("mode", b.Mode)
		set("modality", b.Modal)
	}
	out := feature{Type: "Feature", ID: f.ID.String(), Properties: p}
	if located {
		out.Geometry = &geometry{"Point", [2]float64{s.Lon, s.Lat}}
		set("place_en", s.English)
		set("country", s.Country)
		p["precision"] = [...]string{"point", "district", "province", "country", "wide"}[s.area()]
	}
	return out
}

func nonEmpty(in []string) []string {
	var out []string
	for _, s := range in {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
