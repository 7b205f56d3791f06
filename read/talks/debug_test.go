package talks

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/read/blocks"
	"mahdar/read/names"
	"mahdar/read/page"
	"mahdar/read/phrases"
	"mahdar/text"
)

func TestDebugMain(t *testing.T) {
	files, _ := filepath.Glob("/tmp/talks/all/*.txt")
	lex, _ := lexicon.Load()
	for _, f := range files {
		b, _ := os.ReadFile(f)
		var g struct {
			Published string
			Meetings  []struct{ Process *string }
		}
		gb, _ := os.ReadFile(strings.TrimSuffix(f, ".txt") + ".gold.json")
		json.Unmarshal(gb, &g)
		doc := &text.Document{Text: string(b), Published: text.Published{EDTF: g.Published, Basis: text.Given}}
		tt := arabic.New(doc.Text)
		r := &fact.Reading{Text: doc.Text}
		r.Blocks, r.Title, r.Published = blocks.Split(doc, tt, nil)
		p := page.New(doc, lex.Tag(tt), r)
		names.Find(p)
		x := &reader{p: p, q: phrases.FindQuotes(p)}
		x.prepare()
		x.focus()
		type kv struct {
			k string
			v float64
		}
		var l []kv
		for n, s := range x.main {
			l = append(l, kv{lex.Processes[n].ID + fmt.Sprintf("(c%.2f,cur%v,%.1f)", x.concern(&lex.Processes[n]), x.current(&lex.Processes[n], &meeting{}), s), x.weigh(n)})
		}
		sort.Slice(l, func(i, j int) bool { return l[i].v > l[j].v })
		gp := map[string]int{}
		for _, m := range g.Meetings {
			if m.Process != nil {
				gp[*m.Process]++
			} else {
				gp["-"]++
			}
		}
		fmt.Print(filepath.Base(f)[:4], " ", gp)
		for i := 0; i < 4 && i < len(l); i++ {
			fmt.Printf("  %s %.2f", l[i].k, l[i].v)
		}
		fmt.Println()
	}
}
