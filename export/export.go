package export

import (
	"archive/zip"
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"time"

	"mahdar/fact"
	"mahdar/lexicon"
	"mahdar/record"
	"mahdar/store"
)

// Source is what exports need of a record; a store.Store is one.
type Source interface {
	// Facts yields facts with their evidence, the earliest first.
	Facts(ctx context.Context, q store.Query) iter.Seq2[*record.Fact, error]
	// Reading is the reading of an article, for the places that it names.
	Reading(ctx context.Context, id string) (*fact.Reading, error)
}

// Copier is a Source that can copy itself whole, as the format sqlite asks.
type Copier interface {
	// Backup writes a consistent copy to a file that does not exist yet.
	Backup(ctx context.Context, path string) error
}

// Weigher is a Source that knows where accounts disagree.
type Weigher interface {
	Disagreements(ctx context.Context, q store.Query) iter.Seq2[*record.Disagreement, error]
}

// Bounder is a Source that knows between which days an article without a day of
// its own can have appeared; the error is store.ErrUnknown where nothing is known.
type Bounder interface {
	Bound(ctx context.Context, id string) (*record.Bound, error)
}

// Options say what is exported and how.
type Options struct {
	Process *string // only these talks; "" is what lies outside any
	From    string  // only facts that touch these days ("2031-05-04"), which
	To      string  // leaves out facts without a day
	Excel   bool    // csv: with byte-order mark, CRLF, and formulas made harmless
	// Lexicon gives names of talks and coordinates of places; nil gives none.
	Lexicon *lexicon.Lexicon
	Version string // of the program, for formats that name their maker
}

// filtered reports whether the options leave facts out.
func (o Options) filtered() bool { return o.Process != nil || o.From != "" || o.To != "" }

// Format is one way to write the record.
type Format struct {
	Name   string // what --as calls it
	Says   string // what it is, in a line
	Ext    string // of its files, with the dot
	Binary bool   // no text for a terminal
	Bundle bool   // several files: a folder, or a zip

	write func(*job, io.Writer) error
	files func(*job, creator) error // of a Bundle
}

// creator makes one file of a bundle.
type creator func(name string) (io.Writer, error)

// Formats lists all formats in the order of docs/exports.md.
func Formats() []Format {
	return []Format{
		{Name: "json", Says: "all facts with their evidence, JSON lines", Ext: ".jsonl", write: writeJSON},
		{Name: "csv", Says: "tables, one file a kind of fact", Ext: ".csv", Bundle: true, files: writeCSV},
		{Name: "xlsx", Says: "the same tables as sheets of a workbook", Ext: ".xlsx", Binary: true, write: writeXLSX},
		{Name: "parquet", Says: "the same tables as Parquet files", Ext: ".parquet", Binary: true, Bundle: true, files: writeParquet},
		{Name: "sqlite", Says: "a consistent copy of the database", Ext: ".db", Binary: true, write: writeSQLite},
		{Name: "plover", Says: "events of PLOVER as NGEC writes them, JSON lines", Ext: ".jsonl", write: writePlover},
		{Name: "polecat-tsv", Says: "events in the forty columns of POLECAT", Ext: ".txt", write: writePolecat},
		{Name: "acled", Says: "events in the columns of ACLED", Ext: ".csv", write: writeACLED},
		{Name: "ged", Says: "deadly incidents in the columns of UCDP GED", Ext: ".csv", write: writeGED},
		{Name: "ethprio", Says: "ceasefires in the columns of ETH/PRIO", Ext: ".csv", write: writeETHPRIO},
		{Name: "ftm", Says: "FollowTheMoney entities, JSON lines", Ext: ".ftm.json", write: writeFTM},
		{Name: "timelinejs", Says: "a timeline for TimelineJS", Ext: ".json", write: writeTimeline},
		{Name: "geojson", Says: "meetings, ceasefires and incidents on the map", Ext: ".geojson", write: writeGeoJSON},
		{Name: "ical", Says: "meetings and deadlines as a calendar", Ext: ".ics", write: writeICal},
		{Name: "web-annotation", Says: "every piece of evidence as a W3C Web Annotation", Ext: ".jsonld", write: writeAnnotations},
		{Name: "jsonld", Says: "the record as linked data in schema.org's terms", Ext: ".jsonld", write: writeJSONLD},
	}
}

// Find is the format of a name.
func Find(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("there is no format %q; the formats are %s", name, strings.Join(names, ", "))
}

// Report counts what was written and what the format could not take.
type Report struct {
	Written int // rows, lines, events or features
	Left    []Left
}

// Left is how many facts were left out for a reason.
type Left struct {
	Why   string // "without a day"
	Count int
}

// Write writes the record to w; a Bundle becomes a zip.
func (f Format) Write(ctx context.Context, w io.Writer, src Source, opt Options) (Report, error) {
	j, err := newJob(ctx, src, opt)
	if err != nil {
		return Report{}, err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if f.Bundle {
		err = f.writeZip(j, b)
	} else {
		err = f.write(j, b)
	}
	if err != nil {
		return j.report, err
	}
	return j.report, b.Flush()
}

// epoch dates the files of archives, which cannot go without: the same record
// gives the same bytes.
func epoch() time.Time { return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) }

// writeZip writes the files of a bundle, which grow side by side, beside each
// other on the disk and then one after the other into a zip.
func (f Format) writeZip(j *job, w io.Writer) error {
	dir, err := os.MkdirTemp("", "mahdar-"+f.Name+"-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	names, err := f.writeFiles(j, dir)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, name := range names {
		to, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch()})
		if err != nil {
			return err
		}
		from, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		_, err = io.Copy(to, from)
		if err = errors.Join(err, from.Close()); err != nil {
			return err
		}
	}
	return z.Close()
}

// writeFiles writes the files of a bundle into dir and gives their names.
func (f Format) writeFiles(j *job, dir string) (names []string, err error) {
	var open []*os.File
	err = f.files(j, func(name string) (io.Writer, error) {
		file, err := os.Create(filepath.Join(dir, name))
		if err == nil {
			names, open = append(names, name), append(open, file)
		}
		return file, err
	})
	for _, file := range open {
		err = errors.Join(err, file.Close())
	}
	return names, err
}

// WriteFolder writes the files of a Bundle into dir, which is made where it is
// not there. Files of the same names take the place of the old ones, all of
// them after the last has been written; other files stay.
func (f Format) WriteFolder(ctx context.Context, dir string, src Source, opt Options) (Report, error) {
	if !f.Bundle {
		return Report{}, fmt.Errorf("the format %s is a single file", f.Name)
	}
	j, err := newJob(ctx, src, opt)
	if err != nil {
		return Report{}, err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return Report{}, err
	}
	tmp, err := os.MkdirTemp(dir, ".part-")
	if err != nil {
		return Report{}, err
	}
	defer os.RemoveAll(tmp)
	names, err := f.writeFiles(j, tmp)
	if err != nil {
		return j.report, err
	}
	for _, name := range names {
		if err := os.Rename(filepath.Join(tmp, name), filepath.Join(dir, name)); err != nil {
			return j.report, err
		}
	}
	return j.report, nil
}
