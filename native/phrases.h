/* What the words of a text and the walk over the phrase table share; see cleaner/phrase_table.py for the table. */

#include "letters.h"

#define PHRASES "cleaner._native.phrases"
#define FEW 64
#define RULE 4
#define NO_WORD UINT32_MAX
#define FEW_WORDS 64
#define PAIRS 1024 /* bits of the first two letters of the words that begin phrases inside a text */

enum { END_LABEL, ANY_LABEL, NUMBER_LABEL = 3, CAPITAL_LABEL = 5 };
enum { LINE_ROOT, ANYWHERE_ROOT, END_ROOT, CUE_ROOT, GLUE_ROOT };
enum { LINE_SCOPE, SENTENCE_SCOPE, START_SCOPE }; /* the first of those in cleaner/phrase.py */
enum { CATEGORY, SCOPE, MOST_WORDS, WEAK };       /* the numbers of a rule */

/* A list of numbers that grows. */
typedef struct {
    uint32_t *all, few[FEW];
    Py_ssize_t count, room;
} List;

/* A table as it lies in its file; each part begins where it says and has so many numbers. */
typedef struct {
    Py_buffer data;
    PyObject *tellers;
    const unsigned char *starts, *edges, *spans, *facts_at, *facts, *slots, *rules, *pairs, *text;
    uint32_t states, edge_count, words, fact_count, slot_count, rule_count, size, roots[5];
} Table;

/* One word of a text: where it stands, its number in the table, and what the labels ask of it. */
typedef struct {
    Py_ssize_t start, end;
    uint32_t number;   /* NO_WORD where the table lacks it */
    int32_t bits;      /* the roots whose phrases it begins */
    uint8_t capital, decimal, colon;
    uint8_t is_short;  /* of at most two letters */
} Word;

/* The words of a text, read as far as somebody asked for them. */
typedef struct {
    const Table *table;
    PyObject *string;
    int kind, failed, finished;
    const void *data;
    Py_ssize_t length, at; /* of the text; where the next word is looked for */
    Word *all, few[FEW_WORDS];
    Py_ssize_t count, room;
} Text;

/* The bits of a word in the table: the roots whose phrases it begins, and a capital that it keeps inside. */
enum { LINE = 1, ANYWHERE = 2, END = 4, CUE = 8, GLUE = 16, JOINED = 32 };

static inline uint32_t number_at(const unsigned char *numbers, uint32_t place)
{
    const unsigned char *four = numbers + 4 * (size_t)place;
    return four[0] | (uint32_t)four[1] << 8 | (uint32_t)four[2] << 16 | (uint32_t)four[3] << 24;
}

/* A character as the page has it. */
static inline Py_UCS4 raw(const Text *text, Py_ssize_t place)
{
    return PyUnicode_READ(text->kind, text->data, place);
}

void text_begin(Text *text, const Table *table, PyObject *string);
void text_end(Text *text);
int text_has(Text *text, Py_ssize_t place);
int is_squashed(const Text *text, Py_ssize_t start, Py_ssize_t end);
int may_hold(Text *text);

void list_begin(List *list);
void list_end(List *list);
int labels_of(const Table *table, const Word *word, List *labels);
void edges_of(const Table *table, uint32_t state, uint32_t *first, uint32_t *last);
int follow(const Table *table, uint32_t first, uint32_t last, uint32_t label, List *following);
int fulfil(const Table *table, uint32_t state, List *rules, Py_ssize_t from);
int phrases_at(Text *text, Py_ssize_t at, int root, List *rules, List *ends);

/* What a rule says. */
static inline uint32_t said_by(const Table *table, uint32_t rule, int what)
{
    return number_at(table->rules, RULE * rule + (uint32_t)what);
}
