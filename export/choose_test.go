package export

import (
	"context"
	"io"
	"strings"
	"testing"
)

func TestChoice(t *testing.T) {
	marsa, other, none := "marsa", "qamar", ""
	for name, c := range map[string]struct {
		opt  Options
		want map[string]int // rows of tables
	}{
		"all":        {Options{}, map[string]int{"actors": 5, "meetings": 2, "statements": 3, "figures": 3}},
		"talks":      {Options{Process: &marsa}, map[string]int{"actors": 3, "meetings": 1, "statements": 2, "figures": 0}},
		"outside":    {Options{Process: &none}, map[string]int{"meetings": 1, "statements": 1, "incidents": 3}},
		"no such":    {Options{Process: &other}, map[string]int{"actors": 0, "meetings": 0, "articles": 0}},
		"from":       {Options{From: "2031-05-06"}, map[string]int{"meetings": 1, "statements": 1}},
		"to":         {Options{To: "2031-05-04"}, map[string]int{"meetings": 0, "incidents": 2}},
		"from, to":   {Options{From: "2031-05-05", To: "2031-05-05"}, map[string]int{"statements": 1, "meetings": 0}},
		"whole year": {Options{From: "2031-01-01", To: "2031-12-31"}, map[string]int{"meetings": 1, "statements": 2}},
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := export(t, "csv", c.opt)
			files := unzip(t, b)
			for table, want := range c.want {
				if got := len(readCSV(t, files[table+".csv"])) - 1; got != want {
					t.Errorf("%s: %d rows, want %d", table, got, want)
				}
			}
		})
	}
}

func TestWrongOptions(t *testing.T) {
	f, err := Find("json")
	if err != nil {
		t.Fatal(err)
	}
	for want, opt := range map[string]Options{
		"is not a day":          {From: "2031-13-01"},
		"write it as":           {To: "May"},
		"lies after the last":   {From: "2031-05-02", To: "2031-05-01"},
		"\"2031\" is not a day": {From: "2031"},
	} {
		if _, err := f.Write(context.Background(), io.Discard, invented(t), opt); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v", opt, err)
		}
	}
	if _, err := Find("word"); err == nil || !strings.Contains(err.Error(), "json, csv, xlsx") {
		t.Error(err)
	}
	sq, err := Find("sqlite")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sq.Write(context.Background(), io.Discard, invented(t), Options{}); err == nil {
		t.Error("a record in memory is copied as a database")
	}
}

// What a format leaves out is told, each fact once.
func TestReport(t *testing.T) {
	for name, want := range map[string]string{
		"csv":        "1 that people have rejected",
		"ged":        "2 that are no attack",
		"timelinejs": "2 without a first day, month or year",
	} {
		_, r := export(t, name, Options{})
		var got []string
		for _, l := range r.Left {
			got = append(got, number(float64(l.Count))+" "+l.Why)
		}
		if !strings.Contains(strings.Join(got, "; "), want) {
			t.Errorf("%s leaves out %q, want %q", name, got, want)
		}
	}
}
