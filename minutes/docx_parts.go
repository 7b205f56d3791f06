package minutes

// The fixed parts of a document for word processors (ECMA-376, transitional).

const (
	wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relSpace  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

const docxTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>` +
	`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>` +
	`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`

const docxRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const docxDocumentRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>` +
	`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>` +
	`<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>` +
	`<Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>`

const docxSettings = `<w:settings xmlns:w="` + wordSpace + `"><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const docxNumbering = `<w:numbering xmlns:w="` + wordSpace + `"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

// docxStyle is a paragraph style: size in half points, space before and after in
// twentieths of a point.
type docxStyle struct {
	id, name      string
	size          int
	before, after int
	bold          bool
	keep          bool   // stays with the next paragraph
	colour        string // "" for black
}

func (d *docx) styles() string {
	d.f(`<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="23"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>`, wordSpace)
	d.f(`<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	d.f(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	d.f(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>`)
	for i, s := range []docxStyle{
		{id: "Heading1", name: "heading 1", size: 36, after: 120, bold: true, keep: true},
		{id: "Heading2", name: "heading 2", size: 29, before: 480, after: 120, bold: true, keep: true},
		{id: "Heading3", name: "heading 3", size: 25, before: 320, after: 80, bold: true, keep: true},
		{id: "Heading4", name: "heading 4", size: 21, before: 200, after: 40, bold: true, keep: true, colour: "444444"},
		{id: "Speaker", name: "Speaker", before: 80, after: 20, keep: true},
		{id: "ListBullet", name: "List Bullet", after: 40},
		{id: "Faint", name: "Faint", size: 18, after: 80, colour: "555555"},
		{id: "Cell", name: "Table Cell", size: 19, before: 20, after: 20},
		{id: "CellKept", name: "Table Cell Kept", size: 19, before: 20, after: 20, keep: true},
		{id: "CellHead", name: "Table Head", size: 19, before: 20, after: 20, bold: true, keep: true},
		{id: "Gap", name: "Gap", size: 8},
		{id: "Source", name: "Source", size: 19, after: 40},
		{id: "FootnoteText", name: "footnote text", size: 17},
		{id: "Footer", name: "footer", size: 18},
		{id: "Header", name: "header", size: 17, colour: "555555"},
	} {
		d.style(s, i)
	}
	d.f(`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`)
	d.f(`<w:style w:type="character" w:styleId="Cite"><w:name w:val="Source number"/><w:rPr><w:color w:val="555555"/><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr></w:style>`)
	d.f(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	d.f(`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		d.f(`<w:%s w:val="single" w:sz="4" w:space="0" w:color="999999"/>`, side)
	}
	d.f(`</w:tblBorders></w:tblPr></w:style></w:styles>`)
	return d.take()
}

func (d *docx) style(s docxStyle, i int) {
	d.f(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`, s.id, s.name)
	if s.keep {
		d.f(`<w:keepNext/><w:keepLines/>`)
	}
	if s.id == "ListBullet" {
		d.f(`<w:numPr><w:numId w:val="1"/></w:numPr>`)
	}
	d.f(`<w:spacing w:before="%d" w:after="%d"/>`, s.before, s.after)
	if s.id == "ListBullet" {
		d.f(`<w:contextualSpacing/>`)
	}
	if i < 4 { // headings, for the outline
		d.f(`<w:outlineLvl w:val="%d"/>`, i)
	}
	d.f(`</w:pPr><w:rPr>`)
	if s.bold {
		d.f(`<w:b/><w:bCs/>`)
	}
	if s.colour != "" {
		d.f(`<w:color w:val="%s"/>`, s.colour)
	}
	if s.size > 0 {
		d.f(`<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, s.size, s.size+2)
	}
	d.f(`</w:rPr></w:style>`)
}
