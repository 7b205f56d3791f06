package cli

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"mahdar/eval"
	"mahdar/intake"
	"mahdar/text"
)

// goldFolder is the gold records of one folder.
type goldFolder struct {
	dir   string
	files []eval.GoldFile
	at    map[string]int // by the article's name
}

// loadGold loads a folder of gold records; records that cannot be read are
// told and left out.
func loadGold(dir string, tell func(string)) (*goldFolder, error) {
	files, err := eval.LoadGold(dir)
	if len(files) == 0 && err != nil {
		return nil, err
	}
	for _, l := range lines(err) {
		tell(l)
	}
	g := &goldFolder{dir, files, map[string]int{}}
	for i, f := range files {
		g.at[f.Name] = i
	}
	return g, nil
}

// find is the record of the article at path, -1 where there is none: that of
// its base name without .txt, or without whatever ending it has.
func (g *goldFolder) find(p string) int {
	for _, name := range articleNames(p) {
		if i, ok := g.at[name]; ok {
			return i
		}
	}
	return -1
}

func articleNames(p string) []string {
	base := path.Base(filepath.ToSlash(p))
	names := []string{strings.TrimSuffix(base, ".txt")}
	for rest := base; path.Ext(rest) != ""; {
		rest = strings.TrimSuffix(rest, path.Ext(rest))
		names = append(names, rest)
	}
	return names
}

// toldFaults is how many faults of one gold record are told in full.
const toldFaults = 5

// goldFaults are sentences about what is wrong in a gold record, given its article.
func goldFaults(f *eval.GoldFile, article string) []string {
	faults, err := eval.CheckGold(f.Raw, article)
	if err != nil {
		return []string{f.Path + ": " + err.Error()}
	}
	var out []string
	for i, fault := range faults {
		if i == toldFaults {
			out = append(out, fmt.Sprintf("%s: and %d more faults", f.Path, len(faults)-i))
			break
		}
		out = append(out, f.Path+": "+fault.Error())
	}
	return out
}

// article is one article of an evaluation.
type article struct {
	doc  *text.Document
	gold int // index of its record
}

// wanted hands on the articles for which find has a record, each once; the
// second article of one name is told.
func wanted(find func(path string) int, tell func(string), emit func(article) error) func(*text.Document) error {
	seen := map[int]string{}
	return func(doc *text.Document) error {
		i := find(doc.Source.Path)
		if i < 0 {
			return nil
		}
		if first, twice := seen[i]; twice {
			tell(fmt.Sprintf("%s: has the same name as %s, and a gold record belongs to one article; leave one of them out", doc.Source.Path, first))
			return nil
		}
		seen[i] = doc.Source.Path
		return emit(article{doc, i})
	}
}

// refusedText is the letters of an article that was refused, where its file
// can be read as text.
func refusedText(r *intake.Refusal) (string, bool) {
	fi, err := os.Stat(r.Path)
	if err != nil || !fi.Mode().IsRegular() || fi.Size() > 16<<20 {
		return "", false
	}
	b, err := os.ReadFile(r.Path)
	return string(b), err == nil && utf8.Valid(b)
}

// theLayers checks names of layers that the user gave; «all» is all of known.
func theLayers(given []string, known []eval.Layer, help string) ([]eval.Layer, error) {
	var names []string
	for _, l := range known {
		names = append(names, string(l))
	}
	var out []eval.Layer
	for _, g := range given {
		switch {
		case g == "all":
			return known, nil
		case !slices.Contains(names, g):
			if err := unknown("layer", g, names, help); nearest(g, names) != "" {
				return nil, err
			}
			return nil, fmt.Errorf("there is no layer %q; the layers are %s", g, strings.Join(names, ", "))
		}
		out = append(out, eval.Layer(g))
	}
	return out, nil
}

// excerpt is words with what stands around them, the words in brackets.
func (a *app) excerpt(before, words, after string) string {
	if words == "" {
		return ""
	}
	return a.source(before + "[" + words + "]" + after)
}
