package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"mahdar/minutes"
)

// progress is a bar on standard error where that is a terminal, and nothing
// elsewhere. A nil progress is one that shows nothing.
type progress struct {
	mu   sync.Mutex
	bar  *progressbar.ProgressBar
	seen int
	max  int
}

// newProgress starts a bar over the articles that paths seem to hold.
func (a *app) newProgress(paths []string) *progress {
	if !a.errTerm {
		return nil
	}
	n := estimate(paths)
	return &progress{max: n, bar: progressbar.NewOptions(n,
		progressbar.OptionSetWriter(a.errs),
		progressbar.OptionSetDescription(minutes.Label(a.words(), "reading")),
		progressbar.OptionSetWidth(24),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("art"),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true),
	)}
}

// step counts one article. An archive holds more than one: the bar grows.
func (p *progress) step() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.seen++
	if p.seen > p.max {
		p.max = p.seen * 2
		p.bar.ChangeMax(p.max)
	}
	p.bar.Add(1)
}

// aside runs f, which prints, with the bar out of the way.
func (p *progress) aside(f func()) {
	if p == nil {
		f()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bar.Clear()
	f()
	p.bar.RenderBlank()
}

// end takes the bar away.
func (p *progress) end() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bar.Finish()
	p.bar.Clear()
}

// estimate counts the files below paths that look like articles; what it
// cannot see counts as one. It is for the bar only.
func estimate(paths []string) int {
	n := 0
	for _, p := range paths {
		fi, err := os.Stat(p)
		if err != nil || !fi.IsDir() {
			n++
			continue
		}
		filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && !strings.HasSuffix(path, ".json") && !strings.HasPrefix(d.Name(), ".") {
				n++
			}
			return nil
		})
	}
	return max(n, 1)
}
