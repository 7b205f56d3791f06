package eval

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/incidents"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/statements"
	"mahdar/text"
)

func TestScoreEvents(t *testing.T) {
	sentences, err := ReadEvents(strings.NewReader(`{"id":"1","event_type":"ASSAULT","label":"yes","text":"قصفت القوات القرية","source_gold":"القوات","target_gold":"القرية"}
{"id":"2","event_type":"ASSAULT","label":"easy no","text":"لا شيء"}`))
	if err != nil {
		t.Fatal(err)
	}
	s := ScoreEvents(sentences, func(text string) []fact.Incident {
		if strings.HasPrefix(text, "قصفت") {
			return []fact.Incident{{Type: "ASSAULT", Actor: []string{"قوات"}, Recipient: []string{"المدينة"}}}
		}
		return nil
	})
	if s.Share("yes") != 1 || s.Share("easy no") != 0 || s.ActorHits != 1 || s.TargetHit != 0 || s.Targets != 1 {
		t.Errorf("got %+v", s)
	}
	if _, err := ReadEvents(strings.NewReader("{")); err == nil {
		t.Error("a broken line is no error")
	}
}

// TestVotedEvents measures the reader on the voted sentences, which are not part
// of the project.
func TestVotedEvents(t *testing.T) {
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	read := func(src string) []fact.Incident {
		doc := &text.Document{Text: src}
		r := &fact.Reading{Text: src, Blocks: []fact.Block{{Span: text.Span{End: len(src)}, Kind: fact.Paragraph}}}
		p := page.New(doc, lex.Tag(arabic.New(src)), r)
		names.Find(p)
		statements.Find(p)
		incidents.Find(p)
		return r.Incidents
	}
	votes := events(t, "../../shared/conformance/events_dev.jsonl")
	s := ScoreEvents(votes, read)
	for _, l := range []string{"yes", "easy no", "difficult no", "ambiguous"} {
		t.Logf("%-12s %4d sentences, %5.1f %% coded with the type asked for", l, s.Sentences[l], 100*s.Share(l))
	}
	for _, kind := range []string{"ASSAULT", "PROTEST"} {
		var of []EventSentence
		for _, e := range votes {
			if e.Type == kind {
				of = append(of, e)
			}
		}
		k := ScoreEvents(of, read)
		t.Logf("%s: yes %.1f %%, easy no %.1f %%", kind, 100*k.Share("yes"), 100*k.Share("easy no"))
	}
	if s.Share("yes") < 0.6 || s.Share("easy no") > 0.1 {
		t.Errorf("coded %.2f of the unanimous yes (want 0.60) and %.2f of the easy no (want at most 0.10)", s.Share("yes"), s.Share("easy no"))
	}
	spans := ScoreEvents(events(t, "../../shared/conformance/events_spans_dev.jsonl"), read)
	actor, target := float64(spans.ActorHits)/float64(spans.Actors), float64(spans.TargetHit)/float64(spans.Targets)
	t.Logf("actors %d of %d (%.2f), recipients %d of %d (%.2f)", spans.ActorHits, spans.Actors, actor, spans.TargetHit, spans.Targets, target)
	if actor < 0.5 || target < 0.5 {
		t.Errorf("actor overlaps on %.2f, recipient on %.2f of the sentences (want 0.50)", actor, target)
	}
}

func events(t *testing.T, path string) []EventSentence {
	t.Helper()
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not here: the voted sentences are others' work and not part of the project", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := ReadEvents(f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
