package export

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// rowGroup is how many rows stand together, which bounds what is kept in memory.
const rowGroup = 50_000

// writeParquet writes each table as a file; what is not known is null, a list is
// a list.
func writeParquet(j *job, create creator) error {
	var files []*parquetFile
	for _, t := range tables() {
		w, err := create(t.name + ".parquet")
		if err != nil {
			return err
		}
		typ := rowType(t)
		schema := parquet.NewSchema(t.name, parquet.SchemaOf(reflect.New(typ).Interface()))
		files = append(files, &parquetFile{typ, parquet.NewGenericWriter[any](w, schema, parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(rowGroup),
			parquet.CreatedBy("mahdar", j.opt.Version, ""))})
	}
	err := j.tables(func(table int, cells []any) error { return files[table].put(cells) })
	for _, f := range files {
		err = errors.Join(err, f.w.Close())
	}
	return err
}

// parquetFile is a table under way.
type parquetFile struct {
	typ reflect.Type
	w   *parquet.GenericWriter[any]
}

func (p *parquetFile) put(cells []any) error {
	row := reflect.New(p.typ).Elem()
	for i, v := range cells {
		fill(row.Field(i), v)
	}
	_, err := p.w.Write([]any{row.Interface()})
	return err
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
