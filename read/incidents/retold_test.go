package incidents

// retold are sentences for TestTold that say what others say in other words and orders.
var retold = []toldCase{
	// the title of whom a body or an office did something to is none of its own
	{"اعتقلت الشرطة المعارض سالم الأحمر في عدن.", []string{"COERCE الشرطة > سالم الأحمر"}},
	{"اعتقلت السلطات رئيس الحزب سالم الأحمر.", []string{"COERCE السلطات > سالم الأحمر"}},
	{"التقى المبعوث الأممي زعيم الحركة في عدن.", []string{"CONSULT المبعوث الأممي > زعيم الحركة"}},
	{"اعتقلت قوات الرئيس سالم الأحمر ثلاثة ناشطين.", []string{"COERCE قوات سالم الأحمر > ثلاثة ناشطين"}},
	{"التقى رئيس الوزراء القمري سالم الأحمر الوسيط القطري في عدن.", []string{"CONSULT سالم الأحمر > الوسيط القطري"}},
	{"تحدث الوزير سالم الأحمر المبعوث القطري في عدن.", nil},
	{"قالت الشرطة القمرية إن الصحافي سالم الأحمر بخير.", nil},
	// an aside between commas says who the subject is, and the clause goes on after it
	{"زار الوزير سالم الأحمر، المبعوث القطري الخاص، مدينة عدن.", []string{"CONSULT سالم الأحمر > مدينة عدن"}},
	{"التقى وزير الخارجية القطري، سالم الأحمر، نظيره السوري في عدن.", []string{"CONSULT سالم الأحمر > نظيره السوري"}},
	{"زار الوزير سالم الأحمر، المبعوث القطري الخاص، وأعلن أن مدينة عدن بخير.", nil},
}
