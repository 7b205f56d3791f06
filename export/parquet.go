package export

import (
	"fmt"
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

func writeParquet(j *job, create creator) error {
	for _, t := range tables() {
		w, err := create(t.name + ".parquet")
		if err != nil {
			return err
		}
		if err := j.parquet(w, t); err != nil {
			w.Close()
			return fmt.Errorf("table %s: %w", t.name, err)
		}
		if err := w.Close(); err != nil {
			return err
		}
	}
	return nil
}

// rowGroup is how many rows stand together, which bounds what is kept in memory.
const rowGroup = 50_000

// parquet writes one table; what is not known is null, a list is a list.
func (j *job) parquet(w io.Writer, t table) error {
	typ := rowType(t)
	schema := parquet.NewSchema(t.name, parquet.SchemaOf(reflect.New(typ).Interface()))
	p := parquet.NewGenericWriter[any](w, schema, parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(rowGroup),
		parquet.CreatedBy("mahdar", j.opt.Version, ""))
	err := t.rows(j, func(cells ...any) error {
		row := reflect.New(typ).Elem()
		for i, v := range cells {
			fill(row.Field(i), v)
		}
		j.report.Written++
		_, err := p.Write([]any{row.Interface()})
		return err
	})
	if err != nil {
		return err
	}
	return p.Close()
}

// rowType is the struct of a table's rows, its fields in the order of the columns.
func rowType(t table) reflect.Type {
	fields := make([]reflect.StructField, len(t.cols))
	for i, c := range t.cols {
		f := reflect.StructField{Name: fmt.Sprintf("C%d", i)}
		option := "optional"
		switch c.kind {
		case textCol:
			f.Type = reflect.TypeFor[*string]()
		case intCol:
			f.Type = reflect.TypeFor[*int64]()
		case numCol:
			f.Type = reflect.TypeFor[*float64]()
		case listCol:
			f.Type, option = reflect.TypeFor[[]string](), "list"
		}
		f.Tag = reflect.StructTag(fmt.Sprintf(`parquet:"%s,%s"`, c.name, option))
		fields[i] = f
	}
	return reflect.StructOf(fields)
}

// fill sets a field to a cell; unknown cells stay null.
func fill(field reflect.Value, v any) {
	switch v := v.(type) {
	case string:
		if v != "" {
			field.Set(reflect.ValueOf(&v))
		}
	case int64:
		field.Set(reflect.ValueOf(&v))
	case float64:
		field.Set(reflect.ValueOf(&v))
	case []string:
		if len(v) > 0 {
			field.Set(reflect.ValueOf(v))
		}
	}
}
