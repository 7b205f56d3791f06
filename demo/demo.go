package demo

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"mahdar/intake"
	"mahdar/text"
)

//go:embed articles/*.txt articles/*.meta.json
var articles embed.FS

// Documents calls fn with each article, in order.
func Documents(ctx context.Context, fn func(*text.Document) error) error {
	names, err := fs.Glob(articles, "articles/*.txt")
	if err != nil {
		return err
	}
	for _, name := range names {
		raw, err := articles.ReadFile(name)
		if err != nil {
			return err
		}
		side, err := sidecar(name)
		if err != nil {
			return err
		}
		path := "demo/" + strings.TrimPrefix(name, "articles/")
		report, err := intake.One(ctx, path, "text/plain; charset=utf-8", raw,
			text.Source{Path: path, URL: side.URL, Outlet: side.Outlet}, intake.Options{Published: side.Published}, fn)
		if err != nil {
			return err
		}
		if report.Failed() > 0 {
			return fmt.Errorf("an article of the demo is refused: %w", report.Refusals[0])
		}
	}
	return nil
}

// sidecar is what is told about the article of a name.
func sidecar(name string) (s intake.Sidecar, err error) {
	raw, err := articles.ReadFile(strings.TrimSuffix(name, ".txt") + ".meta.json")
	if err != nil {
		return s, err
	}
	if err := json.Unmarshal(raw, &s); err != nil {
		return s, fmt.Errorf("%s: its sidecar: %w", name, err)
	}
	return s, nil
}
