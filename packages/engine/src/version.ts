/**
 * One profile per CPython version: everything that differs between them, as data.
 *
 * The machine asks the profile a question about behaviour ("do arguments move into the callee?") and never compares
 * version numbers. Sources: measured on the named patch release; see docs/fidelity.md.
 */
import { packedCalls, packedPositionals } from "./objects/packed-names.ts";
import { type PythonVersion, pythonVersions } from "./python-version.ts";

/** Messages of ZeroDivisionError. */
export interface ZeroDivisionWords {
  readonly floor: string;
  readonly modulo: string;
  readonly power: string;
  readonly float: string;
  readonly floatFloor: string;
  readonly floatModulo: string;
  readonly floatDivmod: string;
  readonly complex: string;
}

const zeroDivisionTo313: ZeroDivisionWords = {
  floor: "integer division or modulo by zero",
  modulo: "integer modulo by zero",
  power: "0.0 cannot be raised to a negative power",
  float: "float division by zero",
  floatFloor: "float floor division by zero",
  floatModulo: "float modulo by zero",
  floatDivmod: "float divmod()",
  complex: "complex division by zero",
};
const zeroDivisionTo312 = { ...zeroDivisionTo313, floatModulo: "float modulo" };
const zeroDivisionTo310 = { ...zeroDivisionTo312, modulo: "integer division or modulo by zero" };
const zeroDivision38 = { ...zeroDivisionTo310, floatFloor: "float divmod()" };
const zeroDivision314: ZeroDivisionWords = {
  floor: "division by zero",
  modulo: "division by zero",
  power: "zero to a negative power",
  float: "division by zero",
  floatFloor: "division by zero",
  floatModulo: "division by zero",
  floatDivmod: "division by zero",
  complex: "division by zero",
};

export interface Profile {
  readonly version: PythonVersion;
  /** The patch release the recordings come from, as `platform.python_version()` prints it. */
  readonly release: string;

  // ---- counts and calls ----
  /** 3.11+: a Python-to-Python call moves the argument references into the callee's locals; before, it copies them. */
  readonly argumentsMove: boolean;
  /** 3.14+: loads of locals may push borrowed references (LOAD_FAST_BORROW). */
  readonly borrowsLocals: boolean;
  /** 3.12+: None, small ints and other static objects never change their count (PEP 683). */
  readonly hasImmortals: boolean;
  /** What `sys.getrefcount` prints for an immortal object; meaningless without immortals. */
  readonly immortalRefcount: number;
  /** Count a static object starts with where they are still counted (1e9 in 3.11). */
  readonly staticRefcount: number;
  /** 3.12 alone: every interned string is immortal. */
  readonly internedAreImmortal: boolean;
  /** ASCII letters whose literal is another object than the computed character (3.11, 3.12). */
  readonly strayLetters: string;
  readonly largestSmallInt: number;
  /** 3.14+: a frame drops its locals last to first. */
  readonly clearsLocalsReversed: boolean;
  /** 3.11+: a function's frame is no object until somebody asks, and it owns its function. */
  readonly framesAreLazy: boolean;
  /** 3.12+: list, dict and set comprehensions run in the frame that contains them (PEP 709). */
  readonly inlinesComprehensions: boolean;
  /** 3.11+: handlers are found in a table; before, SETUP_FINALLY pushes blocks and exc_info is a triple on the stack. */
  readonly hasExceptionTable: boolean;
  /** 3.11–3.13: a native callee's arguments are released first to last; otherwise last to first. */
  readonly nativeCallReleasesFirstToLast: boolean;
  /** 3.14+: a comparison releases its right operand first; 3.15: every binary operator does. */
  readonly comparisonReleasesRightFirst: boolean;
  readonly binaryReleasesRightFirst: boolean;
  /** 3.12+: `and`, `or` test a copy of the value that stays on the stack. */
  readonly boolOpsTestCopy: boolean;
  /** 3.14+: `with` keeps `__exit__` and self apart on the stack; before, a bound method. */
  readonly withUnbindsExit: boolean;
  /** 3.11+: `o.m(k=v)` is called without making a bound method. */
  readonly methodCallsTakeKeywords: boolean;
  /** 3.12+: a method of an imported module is called as an attribute. */
  readonly importedNamesAreAttributes: boolean;
  /** 3.12+: `f(*a, **k)` unpacks into the callee's frame and drops the tuple and the dict before it runs. */
  readonly starCallsUnpackEarly: boolean;
  /** 3.11+: the cell of a captured parameter takes the parameter's own slot. */
  readonly cellsReplaceParameters: boolean;
  /** 3.15: the generator expression's own frame makes the iterator of its outermost iterable. */
  readonly genexprIteratesInside: boolean;
  /** Built-in callables whose call on a generator expression is written out as a loop. [maybe_optimize_function_call] */
  readonly loopedCalls: readonly string[];
  /** 3.13 alone: a comprehension makes an iterator of what is an iterator already. */
  readonly comprehensionsIterateTwice: boolean;
  /** Copies that start-up keeps of a module's dict: they hold its functions too. */
  readonly moduleCopies: Readonly<Record<string, number>>;
  /** ≤ 3.14: positional arguments beside unpacked keywords are held by the array they are unpacked into. */
  readonly unpackingHoldsPositional: boolean;
  /** 3.9+: a partial passes an array of arguments on. */
  readonly partialTakesVector: boolean;
  /** 3.10+: `weakref.ReferenceType`, before `weakref`. */
  readonly weakTypesHaveModule: boolean;
  /** 3.14+: `int | str` is a typing.Union, before a types.UnionType. */
  readonly unionIsTypings: boolean;
  /** 3.12+: the deque's iterators say they are of `collections`. */
  readonly dequeIteratorsSayCollections: boolean;
  /** 3.10 and 3.11: constants nothing loads any more are cut off the end of co_consts. */
  readonly trimsUnusedConstants: boolean;
  /** ≤ 3.13: None is the first constant of a lambda. */
  readonly lambdasBeginWithNone: boolean;
  /** 3.12 alone: a generator closed before it began keeps its frame until it dies. */
  readonly closeKeepsFrame: boolean;
  /** Runs of an instruction before it is specialised; infinite to 3.10. */
  readonly specializesAfter: number;
  /** 3.12+: property getters and `__getattribute__` run on the stack's own reference. */
  readonly specializesAttributes: boolean;
  /** 3.13+: `__init__` runs on the stack's own references; in 3.13 of classes with inline values, all parameters given. */
  readonly specializesInit: "no" | "inline" | "plain";
  /** 3.13+: `locals()` is a fresh dict on each call and `f_locals` writes through. */
  readonly localsAreSnapshots: boolean;
  /** ≤ 3.14: the parser's arena lives until the module has run, and holds each constant of the source. */
  readonly arenaOutlivesCompile: boolean;

  /** 3.13+: natives refuse an unknown keyword in the words Python functions use. */
  readonly unexpectedKeywordSaysGot: boolean;
  /** 3.9+: natives complain as `list.append()`, before as `append()`. */
  readonly nativeNamesAreQualified: boolean;
  /** 3.9+: `type[int]` is a generic alias. */
  readonly typeIsSubscriptable: boolean;
  /** 3.11+: "type 'int' is not subscriptable", before "'type' object is not subscriptable". */
  readonly classSubscriptNamesClass: boolean;
  /** 3.14+: "argument of type 'int' is not a container or iterable". */
  readonly membershipSaysContainer: boolean;
  /** 3.10+: isinstance() takes unions. */
  readonly unionIsClassInfo: boolean;
  /** ≤ 3.14: the getset descriptors of a class hold it. */
  readonly getSetHoldsClass: boolean;
  /** 3.13+: the MRO complaint has no line break in it. */
  readonly mroErrorIsOneLine: boolean;
  /** 3.10+: staticmethod and classmethod describe themselves as what they wrap, and a staticmethod can be called. */
  readonly methodWrappersCopy: boolean;
  /** 3.9 – 3.12: a classmethod asks a descriptor inside it. */
  readonly classMethodsChain: boolean;
  /** 3.12+: weak references live in front of the instance. */
  readonly managesWeakrefs: boolean;
  /** 3.11+: "'A' object has no attribute 'x'" for an empty slot, before just its name. */
  readonly slotErrorNamesClass: boolean;
  /** 3.11+: "__weakref__ slot disallowed: we already got one". */
  readonly weakrefSlotSaysEither: boolean;
  /** Instances of `type`: a class's basicsize and what getsizeof says of a static type. */
  readonly heapTypeBytes: number;
  readonly staticTypeBytes: number;
  /** What a property says when it has no getter, setter or deleter: nothing more, its name, its name and class. */
  readonly propertyErrors: "plain" | "name" | "class";
  /** 3.13+: a property knows its name. */
  readonly propertiesAreNamed: boolean;
  /** 3.10+: "cannot set 'x' attribute of immutable type 'int'". */
  readonly immutableTypeWording: boolean;
  /** 3.12+: "Can't instantiate abstract class A without an implementation for abstract method 'f'". */
  readonly abstractErrorNamesImplementation: boolean;
  /** 3.13+: "'A' object has no attribute 'x' and no __dict__ for setting new attributes". */
  readonly noDictErrorSaysSo: boolean;
  /** 3.11+: deleting a missing attribute complains as reading it does. */
  readonly deleteErrorNamesClass: boolean;
  /** 3.13+: super() complains with the names of both types. */
  readonly superErrorNamesTypes: boolean;
  /** 3.9+: "abstract method f" for one, "methods" for more. */
  readonly abstractErrorIsSingular: boolean;
  /** 3.10+: "__class__ assignment only supported for mutable types or ModuleType subclasses". */
  readonly classAssignmentSaysMutable: boolean;
  /** 3.11+: object.__getstate__. */
  readonly hasGetState: boolean;
  /** ≤ 3.10: popitem() of a subclass of OrderedDict goes through its `__getitem__` and `__delitem__`. */
  readonly popitemAsksSubclass: boolean;
  /** 3.11+: enumerate() sorts its arguments itself. */
  readonly enumerateTakesVector: boolean;
  /** 3.13+: each input of the prompt is a file of its own, `<stdin-0>`. */
  readonly numbersInputs: boolean;
  /** 3.15: `lazy import` (PEP 810). */
  readonly importsLazily: boolean;
  /** 3.14+: `t"…"` (PEP 750). */
  readonly hasTemplateStrings: boolean;
  /** 3.14+: annotations are computed when asked for (PEP 649). */
  readonly annotationsAreLazy: boolean;
  /** 3.9+: `d | e`. */
  readonly dictsMerge: boolean;
  /** 3.12+: a mappingproxy hashes as what it shows. */
  readonly mappingProxyHashes: boolean;
  /** ≤ 3.9: `dict()` makes a key table at once. */
  readonly dictCallMakesTable: boolean;
  /** 3.14+: `dict([1])` just says "object is not iterable". */
  readonly updateErrorIsShort: boolean;
  /** 3.12+: sum() of floats carries the rounding error along. */
  readonly sumsCompensate: boolean;
  /** 3.15: "A.__repr__() must return a str, not int". */
  readonly returnErrorsNameMethod: boolean;
  /** 3.15: "arbitrary __slots__ not supported for subtype of int". */
  readonly slotsErrorSaysArbitrary: boolean;
  /** 3.11, 3.12: a key that is no exact str makes a dict's table a general one before it is looked for. */
  readonly dictGeneralizesFirst: boolean;
  /** 3.8: a native class method called with what is no class has words of its own. */
  readonly classMethodChecksItself: boolean;
  /** 3.11+: a module that was not initialised has an empty dict; before, none. */
  readonly moduleHasDictAtOnce: boolean;
  /** Up to 3.9: `dir` of a module whose `__dict__` is no dict calls it by its name. */
  readonly moduleDirNamesModule: boolean;
  /** 3.14+: a slot called with a wrong number of arguments says its dunder, and `__pow__` how many it takes. */
  readonly slotErrorsNameMethod: boolean;
  /** 3.14+: three-argument `pow` asks `__rpow__`. */
  readonly powerAsksRightOfThree: boolean;
  /** 3.13+: a static or class method that was not initialised holds None. */
  readonly wrapperIsNone: boolean;
  /** 3.15+: `staticmethod.__new__` stores the callable. */
  readonly wrapperTakesCallableInNew: boolean;
  /** 3.13+: a weak reference shows its referent's class with its full name. */
  readonly weakrefReprIsQualified: boolean;
  /** 3.13+: a class whose namespace has keys that are no strings warns. */
  readonly warnsOfOtherKeys: boolean;
  /** 3.10+: a failed `pow` of three is one of "** or pow()". */
  readonly powerErrorNamesBoth: boolean;
  /** 3.11+: the `__name__` in a weak reference's repr is looked up on the referent's class. */
  readonly weakrefReprAsksClass: boolean;
  /** 3.12: the frame of a generator that ended leads to whoever resumed it last. */
  readonly endedGeneratorFrameLeadsBack: boolean;
  /** 3.13+: `yield from` outside a function is told from `yield`. */
  readonly yieldFromOutsideIsNamed: boolean;
  /** 3.11+: an asynchronous comprehension may stand in another comprehension of an asynchronous function. */
  readonly asyncComprehensionsNest: boolean;
  /** 3.12+: a subclass of property keeps any docstring in the instance, also a given one. */
  readonly propertyDocGoesToInstance: boolean;
  /** 3.11+: `exec` can be given a closure, and says how long it has to be. */
  readonly execTakesClosure: boolean;
  /** 3.13+: `types.FunctionType` takes keyword defaults. */
  readonly functionTakesKwdefaults: boolean;
  /** 3.14+: only an AttributeError of looking a comparison method up is forgotten. */
  readonly comparisonKeepsLookupErrors: boolean;
  /** 3.8: a method without an instance complains as its descriptor. */
  readonly unboundErrorsNameDescriptor: boolean;
  /** 3.11+: "super() argument 1 must be a type". */
  readonly superSaysAType: boolean;
  /** ≤ 3.11: `__getattr__` is bound before it is called. */
  readonly getattrHookBinds: boolean;
  /** 3.13+: the repr of a list holds the item it is at. */
  readonly listReprHolds: boolean;
  /** 3.13: only instances without any C fields or slots keep their values inline. */
  readonly inlineNeedsPlainObject: boolean;
  /** 3.10 – 3.13: staticmethod and classmethod copy `__annotations__` as well. */
  readonly descriptorWrappersCopyAnnotations: boolean;
  /** 3.11+: what is stored in a dict is held before its hash is asked for. */
  readonly dictHoldsBeforeHash: boolean;
  /** 3.13+: SimpleNamespace takes a mapping. */
  readonly namespaceTakesMapping: boolean;
  /** 3.12+: start-up frees a run of 64-byte blocks, which a program then gets last to first. */
  readonly leavesHolesAtStart: boolean;
  /** 3.14+: "cannot use 'list' as a dict key (unhashable type: 'list')". */
  readonly unhashableNamesUse: boolean;
  /** 3.10+: AttributeError and NameError carry `name` (and `obj`). */
  readonly errorsKnowNames: boolean;

  // ---- constants ----
  /** 3.14+: constants are folded on the flow graph, not on the tree. */
  readonly foldsOnFlowGraph: boolean;
  /** 3.14+: LOAD_SMALL_INT for 0 … 255, which then leave no trace in co_consts. */
  readonly hasSmallIntLoad: boolean;
  /** 3.9+: a list display of three or more constants is built from a constant tuple. */
  readonly buildsListFromConstants: boolean;
  /** 3.10+: a tuple folded on the flow graph is merged with its equals. */
  readonly mergesFoldedTuples: boolean;
  /** Bytes of a function, a generator without its frame, and a code object without its arrays. */
  readonly functionBytes: number;
  readonly generatorBytes: number;
  readonly codeBytes: number;
  readonly frameBytes: number;
  /** 3.11+: an int of one digit is made as the C struct, padding and all. [_PyLong_FromMedium] */
  readonly leastIntBytes: number;
  /** 3.10 – 3.13: `while` has its test twice, above and below the body. */
  readonly rotatesLoops: boolean;
  /** 3.14+: an unexpected keyword argument is answered with the parameter that looks like it. */
  readonly suggestsKeywords: boolean;
  /** 3.10+: the report of an uncaught NameError or AttributeError ends in "Did you mean …?". */
  readonly suggestsNames: boolean;
  /** 3.12+: it also thinks of `self.name` and of modules not imported. */
  readonly suggestsImports: boolean;
  /** 3.13+: locals, globals and builtins are one list; attributes with an underscore are left out. */
  readonly suggestionsAreMerged: boolean;
  /** 3.10+: `__builtins__` is part of a function. */
  readonly functionsKnowBuiltins: boolean;
  /** 3.14+: a code object's flags say that it has a docstring and that it stands in a class. */
  readonly flagsTellMethods: boolean;
  /** To 3.10: code without free variables and cells says so in its flags. */
  readonly marksNoFree: boolean;
  /** 3.15: type() takes a frozendict as namespace. */
  readonly namespaceMayBeFrozen: boolean;
  /** 3.15: knows names of other languages' methods and attributes of attributes. */
  readonly knowsOtherLanguages: boolean;
  /** ≤ 3.9: branches and loops whose condition is a constant false leave nothing behind. */
  readonly skipsDeadBranches: boolean;
  /** 3.15: None, True, False, '' and -1 are loaded without a place in co_consts. */
  readonly hasCommonValues: boolean;
  /** Built-in types that are called without a tuple for their arguments. */
  readonly vectorcallTypes: readonly string[];
  /** Native functions that get all arguments, or the positional ones, in a tuple. */
  readonly packedCalls: ReadonlySet<string>;
  readonly packedPositionals: ReadonlySet<string>;
  /** ≤ 3.13: the tuple an exception class was called with becomes the exception's `args`. */
  readonly exceptionsKeepCallTuple: boolean;
  /** 3.14: the borrow pass does not go past a block that unreachable code left empty. */
  readonly borrowingStopsAtEmptyBlocks: boolean;
  /** 3.13+: the compiler takes the common indentation off docstrings. */
  readonly cleansDocstrings: boolean;
  /** 3.15: `duplicate parameter 'a'`, `Value after * must be an iterable`. */
  readonly saysParameter: boolean;
  /** 3.14+: `too many values to unpack (expected 2, got 3)`. */
  readonly unpackTellsCount: boolean;
  /** 3.9+: messages about a call name the function's module. */
  readonly callErrorsNameModule: boolean;
  /** 3.13+: `generator.close()` returns what the body returned. */
  readonly closeReturnsValue: boolean;
  /** 3.11+: tracebacks mark the part of the line with carets. */
  readonly tracebacksPointAtColumns: boolean;
  /** 3.11+: `cannot access local variable 'x' where it is not associated with a value`. */
  readonly saysNotAssociated: boolean;
  /** 3.10+: a function's annotations are kept as a flat tuple until somebody asks for the dict. */
  readonly annotationsAreTuples: boolean;
  /** 3.11+: `"%s" % (a, b)` is compiled as an f-string. */
  readonly foldsPercentFormat: boolean;
  /** 3.12+: constants nothing loads any more leave co_consts. */
  readonly dropsUnusedConstants: boolean;
  /** 3.10+: displays of more than 30 elements are built by appending. */
  readonly buildsBigDisplaysByAppending: boolean;
  /** ≤ 3.13: a dict display with constant keys takes them as one tuple (BUILD_CONST_KEY_MAP). */
  readonly hasConstKeyMap: boolean;
  /** 3.13+: class bodies set `__firstlineno__` and `__static_attributes__`. */
  readonly classesKnowTheirSource: boolean;
  /** 3.12+: super().m() is one instruction that makes no super object. */
  readonly hasLoadSuperAttr: boolean;
  /** 3.14+: annotations are evaluated by `__annotate__`, when somebody asks. */
  readonly annotatesLazily: boolean;

  // ---- collector ----
  readonly gcThresholds: readonly [number, number, number];
  /** 3.12+: an allocation only asks for a collection; the eval breaker runs it. */
  readonly gcAtEvalBreaker: boolean;
  /** ≤ 3.13: a dict without containers is untracked. */
  readonly untracksDicts: boolean;
  /** 3.14+: a tuple of atoms made at run time is never tracked. */
  readonly untracksNewTuples: boolean;

  /** 3.12+: "max() iterable argument is empty". */
  readonly emptyExtremeSaysIterable: boolean;
  /** 3.11+: "attribute name must be string, not 'int'" in getattr and hasattr too. */
  readonly attributeNameSaysGot: boolean;
  /** 3.11+: exception groups, `except*`, add_note. */
  readonly hasExceptionGroups: boolean;
  /** BaseException without the gc header. */
  readonly exceptionBytes: number;
  /** 3.14+: "add_note() argument must be str, not int". */
  readonly addNoteNamesArgument: boolean;
  /** ImportError's, SyntaxError's and ExceptionGroup's own fields, in bytes. */
  readonly importErrorBytes: number;
  readonly syntaxErrorBytes: number;
  readonly exceptionGroupBytes: number;
  /** What a property without a setter says: nothing but that, its name (3.10), its name and class (3.11+). */
  readonly propertyErrorsName: "no" | "name" | "full";
  readonly propertyBytes: number;
  readonly moduleBytes: number;
  /** ≤ 3.13: `__main__` starts with an empty `__annotations__`. */
  readonly mainHasAnnotations: boolean;
  /** 3.12+: `sys.last_exc`. */
  readonly hasLastExc: boolean;
  /** 3.13+: `<weakproxy at …; to 'A' at …>`. */
  readonly proxyReprLikeRef: boolean;
  /** What dividing by zero says. */
  readonly zeroDivision: ZeroDivisionWords;
  /** 3.10+: "a real number" in the messages of int() and float(); int.bit_count. */
  readonly numbersAreReal: boolean;
  /** 3.11+: "the limit (4300 digits)". */
  readonly intLimitSaysDigits: boolean;
  /** 3.11+: length and byteorder of int.to_bytes have defaults. */
  readonly intBytesHaveDefaults: boolean;
  /** 3.14+: `round(n, None)`. */
  readonly intRoundTakesNone: boolean;
  /** 3.11+: zero has a digit too, and is 28 bytes. */
  readonly zeroHasDigit: boolean;
  /** 3.14+: `bool(NotImplemented)` is an error. */
  readonly notImplementedHasNoTruth: boolean;
  /** 3.12+: the shared one-character strings come with their UTF-8 bytes. [_PyUnicode_LATIN1_INIT] */
  readonly sharedCharsKnowUtf8: boolean;
  /** 3.13+: sys._is_interned exists. */
  readonly hasIsInterned: boolean;
  /** 3.9+: gc.is_finalized exists. */
  readonly hasIsFinalized: boolean;
  /** 3.9+: tracemalloc counts all frames of a cut traceback, and can forget the peak. */
  readonly tracesCountAllFrames: boolean;
  /** Objects of start-up that the collector tracks after a full collection; gc.freeze() counts them. */
  readonly trackedAtStart: number;
  /** Objects that start-up moves to the permanent generation (3.12 alone). */
  readonly frozenAtStart: number;
  /** 3.15+: `gc.callbacks` get candidates and duration too. */
  readonly gcReportsCandidates: boolean;
  /** 3.15+: complaints about what `mro()` returned name the class. */
  readonly mroErrorsNameClass: boolean;
  /** 3.11+: a subclass of list, tuple or frozenset that adds no constructor refuses keywords, as they do. */
  readonly bareSubclassesTakeNoKeywords: boolean;
  /** 3.14+: operator.is_none and is_not_none. */
  readonly operatorTestsNone: boolean;
  /** 3.9+: an exception thrown into a generator has the one handled there as its context. */
  readonly throwChainsContext: boolean;
  /** Which delegating generators a frame sees above it while `throw()` passes through them: from 3.9 one that is reached that way,
   * from 3.10 those that delegate to generators, from 3.14 all. */
  readonly throwShows: "none" | "itself" | "generators" | "all";
  /** 3.12+: `throw(type, value, traceback)` warns. */
  readonly throwSignatureIsDeprecated: boolean;
  /** 3.14+: "Exception ignored while calling deallocator …" instead of "Exception ignored in: …". */
  readonly unraisableNamesAction: boolean;
  /** ≤ 3.14: a weak reference is tracked even without a callback. */
  readonly tracksWeakrefs: boolean;
  /** `weakref.ref` objects, without the gc header. */
  readonly weakrefBytes: number;

  // ---- instances ----
  /** "dict": a dict object from the first attribute (≤ 3.10); "values": a separate array (3.11, 3.12); "inline": in the instance (3.13+). */
  readonly instanceLayout: "dict" | "values" | "inline";

  // ---- sequences ----
  /** Rounds of SipHash per word: 2 up to 3.10, 1 from 3.11. */
  readonly strHashRounds: 1 | 2;
  /** 3.9+: a list's room is a multiple of four; 3.10+: a list filled at once gets an even number of slots. */
  readonly listRoomIsRounded: boolean;
  readonly listPreallocatesEven: boolean;
  /** 3.14+: a list with room for at most this many items does not shrink. */
  readonly listKeepsRoom: number;
  /** 3.13 alone leaves the room as it is after `del l[i]`. */
  readonly listDeleteResizes: boolean;
  /** 3.13+: extending by a dict, its views or a set resizes once instead of asking for a length hint. */
  readonly listExtendsByTable: boolean;
  /** 3.12+: the list `str.split` fills starts with no more room than the text can need. */
  readonly splitRoomIsBounded: boolean;
  /** 3.15: a bytearray keeps its bytes in a bytes object. */
  readonly bytearrayHoldsBytes: boolean;
  /** Bytes of a tuple before its items (3.14+ caches the hash). */
  readonly tupleHeaderBytes: number;

  // ---- what sequences say ----
  /** 3.12+: a slice has a hash. */
  readonly slicesAreHashable: boolean;
  /** 3.13+: list.sort recognises equal neighbours in a descending run. */
  readonly sortSeesEqualRuns: boolean;
  /** 3.13+: the same message for `l[1:2] = 5` and `l[::2] = 5`. */
  readonly sliceMessageIsShared: boolean;
  /** 3.14+: list.index does not show what it did not find. */
  readonly indexErrorIsFixed: boolean;

  // ---- what text says ----
  /** 3.11+: `'abc'['a']` names the type. */
  readonly strIndexNamesType: boolean;
  /** 3.11+: ASCII strings have an iterator type of their own. */
  readonly asciiHasOwnIterator: boolean;
  /** 3.12+: type parameters and type aliases (PEP 695); 3.13+: with defaults (PEP 696). */
  readonly hasTypeParams: boolean;
  readonly hasTypeParamDefaults: boolean;
  /** 3.15: a type alias has a `__qualname__`. */
  readonly aliasesHaveQualname: boolean;
  /** 3.13+: chr() calls every int out of range, before what no C int holds an overflow. */
  readonly chrTakesAnyInt: boolean;
  /** 3.13+: "find() argument 1 must be str" rather than "must be str"; `replace(count=…)`. */
  readonly argumentsAreNamed: boolean;
  readonly replaceTakesCountByName: boolean;
  /** 3.9+: removeprefix, removesuffix. */
  readonly strRemovesAffixes: boolean;
  readonly translateTableWord: string;
  /** 3.11+: the `z` of format specifications; errors show the whole specification. */
  readonly formatCoercesNegativeZero: boolean;
  readonly formatErrorsShowSpec: boolean;
  /** 3.10+: a leading 0 fills text too. 3.9+: `,,` and a blank sign have their own messages. */
  readonly zeroFillsText: boolean;
  readonly doubledSeparatorIsType: boolean;
  readonly formatNamesSpace: boolean;
  /** `%`: 3.10+ "a real number", 3.14+ names what %c got, 3.15 names everything. */
  readonly numbersAreCalledReal: boolean;
  readonly percentNamesCharacterType: boolean;
  readonly percentErrorsAreDetailed: boolean;

  // ---- iterators ----
  /** 3.10+: `zip(strict=True)`; 3.14+: `map(strict=True)`. */
  readonly zipIsStrict: boolean;
  readonly mapIsStrict: boolean;
  /** 3.9+: "range expected at least 1 argument". */
  readonly rangeSaysAtLeast: boolean;
  /** tp_basicsize of the iterators that changed theirs. */
  readonly enumerateBytes: number;
  readonly zipBytes: number;
  readonly mapBytes: number;
  readonly rangeIteratorBytes: number;

  // ---- sets ----
  /** 3.9 alone never reuses the slot of a removed element. */
  readonly setReusesDummies: boolean;
  /** Up to 3.9 `frozenset()` is one object. */
  readonly emptyFrozensetIsShared: boolean;
  /** 3.15: a frozenset of atoms is not tracked. */
  readonly untracksFrozensets: boolean;

  // ---- bytes ----
  /** 3.11+: `bytes.__bytes__`. */
  readonly bytesHasDunder: boolean;
  /** 3.9+: bytearray([…]) makes its buffer at once. */
  readonly bytearrayCopiesLists: boolean;
  /** 3.14+: bytes.fromhex says when the number of digits is odd. */
  readonly fromhexCountsDigits: boolean;

  /** 3.10+: `int | str` is a type union. */
  readonly typesUnite: boolean;

  // ---- modules ----
  /** 3.10+: itertools.pairwise; 3.12+: itertools.batched. */
  readonly itertoolsHasPairwise: boolean;
  readonly itertoolsHasBatched: boolean;
  /** tp_basicsize of functools.partial; 3.14+: it is a method when found in a class. */
  readonly partialBytes: number;
  readonly partialIsMethod: boolean;

  /** tp_basicsize of a deque; 3.12+: an OrderedDict shows a dict. */
  readonly dequeBytes: number;
  readonly orderedDictShowsDict: boolean;

  /** 3.14+: math says what it expected. 3.11+ (cbrt, exp2), 3.9+ (lcm), 3.11+ (operator.call). */
  readonly mathErrorsAreNamed: boolean;
  readonly mathHasCbrt: boolean;
  readonly mathHasLcm: boolean;
  /** 3.9+: what an abstract class remembers is known to the collector. */
  readonly abcDataIsCollected: boolean;
  /** 3.10+: functools and operator make their types when they are imported. */
  readonly functoolsMakeTypes: boolean;
  /** 3.13+: `collections.abc` is there without an import of its own. */
  readonly collectionsHasAbc: boolean;
  /** 3.12+: so do itertools and collections. */
  readonly collectionsMakeTypes: boolean;
  readonly operatorHasCall: boolean;
  /** Up to 3.13: "float division by zero". */
  readonly divisionSaysFloat: boolean;

  /** 3.12+: hash(None) is a constant. */
  readonly noneHashIsFixed: boolean;

  /** 3.10+: deque.remove shows what it did not find; reduce says "iterable"; operator.index gives an exact int. */
  readonly dequeRemoveShows: boolean;
  readonly reduceSaysIterable: boolean;
  readonly indexIsExact: boolean;

  /** 3.12+: a range iterator does not know where it began; 3.13+: a used up reversed list pickles as an empty one. */
  readonly rangeIteratorForgets: boolean;
  readonly reducedReversedIsEmpty: boolean;

  /** 3.15: a slice of a tuple is not tracked when it holds only atoms. */
  readonly untracksTupleSlices: boolean;

  /** 3.10+: array.array has a collector's header. */
  readonly arraysAreCollected: boolean;
  /** 3.13+: array.array has `clear`. */
  readonly arraysClear: boolean;
  /** 3.15+: a lazy import that leads back to itself has an exception of its own. */
  readonly importsCanCycle: boolean;
  /** 3.10+: math.hypot and math.dist round once. */
  readonly hypotIsExact: boolean;
  /** 3.11+: carets under what failed. */
  readonly tracebackShowsColumns: boolean;
  /** 3.12+: the `traceback` module says what may have been meant. */
  readonly tracebackSuggests: boolean;
  /** 3.13+: carets under the brackets of a call, none under a whole statement that is one, an assert's at its test. */
  readonly tracebackMarksCalls: boolean;
  /** 3.9+: math.nextafter and math.ulp; 3.13+: math.fma; 3.15+: math.fmax, isnormal and their like. */
  readonly mathHasUlp: boolean;
  readonly mathHasFma: boolean;
  readonly mathTests: boolean;
  /** 3.10+: `aiter` and `anext` are builtins. */
  readonly hasAnext: boolean;
  /** What a wrong type code of an array is told. */
  readonly arrayCodes: string;

  // ---- sizes ----
  /** Headers of a compact ASCII and of any other compact string; the characters and a terminator follow. */
  readonly asciiHeaderBytes: number;
  readonly compactHeaderBytes: number;

  /** A dict's key table: its header, and bytes of an entry when all keys are str (24 otherwise). */
  readonly dictKeysHeaderBytes: number;
  readonly unicodeEntryBytes: number;
  /** 3.10 – 3.12: small table sizes come out one step too large. */
  readonly dictSizeRoundsUp: boolean;
  /** 3.10+: merging into an empty dict copies the other's table as it is. */
  readonly dictMergeClones: boolean;
  /** 3.10 – 3.12: also into one that shares its keys, which it gives up. */
  readonly dictMergeClonesIntoSplit: boolean;
  /** Attribute names the instances of one class may share. */
  readonly sharedKeysMax: number;

  // ---- allocator ----
  /** Objects kept per built-in type (per length for tuples). */
  readonly freeLists: Readonly<Record<string, number>>;
  /** Longest tuple that has a free list; the empty one is a singleton. */
  readonly longestFreeTuple: number;
  /** Bytes in front of an instance that has a managed dict or weakref list (3.11+). */
  readonly preHeaderBytes: number;
  readonly arenaBytes: number;
  readonly poolBytes: number;
}

/** C modules of 3.8 without multi-phase initialisation: the import system keeps a copy of their dict. */
const moduleCopies39 = { builtins: 2, sys: 1, gc: 1 };
const moduleCopies38 = {
  ...moduleCopies39,
  math: 1,
  itertools: 1,
  _functools: 1,
  _collections: 1,
  _weakref: 1,
  operator: 1,
  time: 1,
};
const vectorcall39 = ["list", "tuple", "set", "frozenset", "dict", "range"] as const;
const vectorcall310 = [...vectorcall39, "type", "float", "bool", "reversed", "map", "filter"] as const;
const vectorcall311 = [...vectorcall310, "enumerate", "super"] as const;
const vectorcall313 = [...vectorcall311, "int", "str"] as const;

/** What a version's table states; the rest is worked out. */
type Stated = Omit<Profile, "version" | "packedCalls" | "packedPositionals">;

const common = {
  "3.8": {
    dictGeneralizesFirst: false,
    classMethodChecksItself: true,
    moduleHasDictAtOnce: false,
    moduleDirNamesModule: true,
    slotErrorsNameMethod: false,
    powerAsksRightOfThree: false,
    wrapperIsNone: false,
    wrapperTakesCallableInNew: false,
    weakrefReprIsQualified: false,
    warnsOfOtherKeys: false,
    powerErrorNamesBoth: false,
    weakrefReprAsksClass: false,
    endedGeneratorFrameLeadsBack: false,
    yieldFromOutsideIsNamed: false,
    asyncComprehensionsNest: false,
    propertyDocGoesToInstance: false,
    execTakesClosure: false,
    functionTakesKwdefaults: false,
    comparisonKeepsLookupErrors: false,
    release: "3.8.18",
    argumentsMove: false,
    borrowsLocals: false,
    hasImmortals: false,
    immortalRefcount: 0,
    staticRefcount: 1,
    internedAreImmortal: false,
    frozenAtStart: 0,
    trackedAtStart: 3691,
    strayLetters: "",
    largestSmallInt: 256,
    clearsLocalsReversed: false,
    framesAreLazy: false,
    inlinesComprehensions: false,
    hasExceptionTable: false,
    nativeCallReleasesFirstToLast: false,
    comparisonReleasesRightFirst: false,
    binaryReleasesRightFirst: false,
    boolOpsTestCopy: false,
    withUnbindsExit: false,
    methodCallsTakeKeywords: false,
    importedNamesAreAttributes: false,
    starCallsUnpackEarly: false,
    cellsReplaceParameters: false,
    genexprIteratesInside: false,
    unpackingHoldsPositional: true,
    closeKeepsFrame: false,
    trimsUnusedConstants: false,
    lambdasBeginWithNone: true,
    weakTypesHaveModule: false,
    unionIsTypings: false,
    dequeIteratorsSayCollections: false,
    partialTakesVector: false,
    specializesAfter: Number.POSITIVE_INFINITY,
    specializesAttributes: false,
    specializesInit: "no",
    loopedCalls: [],
    comprehensionsIterateTwice: false,
    moduleCopies: moduleCopies38,
    localsAreSnapshots: false,
    arenaOutlivesCompile: true,
    errorsKnowNames: false,
    typeIsSubscriptable: false,
    classSubscriptNamesClass: false,
    membershipSaysContainer: false,
    unionIsClassInfo: false,
    unexpectedKeywordSaysGot: false,
    nativeNamesAreQualified: false,
    foldsOnFlowGraph: false,
    hasSmallIntLoad: false,
    buildsListFromConstants: false,
    mergesFoldedTuples: false,
    annotatesLazily: false,
    foldsPercentFormat: false,
    annotationsAreTuples: false,
    suggestsKeywords: false,
    suggestsNames: false,
    suggestsImports: false,
    suggestionsAreMerged: false,
    knowsOtherLanguages: false,
    functionsKnowBuiltins: false,
    marksNoFree: true,
    flagsTellMethods: false,
    namespaceMayBeFrozen: false,
    saysNotAssociated: false,
    unpackTellsCount: false,
    saysParameter: false,
    aliasesHaveQualname: false,
    cleansDocstrings: false,
    borrowingStopsAtEmptyBlocks: false,
    exceptionsKeepCallTuple: true,
    vectorcallTypes: [],
    callErrorsNameModule: false,
    skipsDeadBranches: true,
    hasCommonValues: false,
    closeReturnsValue: false,
    tracebacksPointAtColumns: false,
    functionBytes: 120,
    generatorBytes: 96,
    codeBytes: 176,
    frameBytes: 368,
    dropsUnusedConstants: false,
    hasTypeParams: false,
    buildsBigDisplaysByAppending: false,
    hasConstKeyMap: true,
    classesKnowTheirSource: false,
    hasLoadSuperAttr: false,
    gcThresholds: [700, 10, 10],
    gcAtEvalBreaker: false,
    untracksDicts: true,
    untracksNewTuples: false,
    emptyExtremeSaysIterable: false,
    attributeNameSaysGot: false,
    propertyErrorsName: "no",
    propertyBytes: 56,
    moduleBytes: 56,
    mainHasAnnotations: true,
    hasLastExc: false,
    proxyReprLikeRef: false,
    zeroDivision: zeroDivision38,
    numbersAreReal: false,
    intLimitSaysDigits: false,
    intBytesHaveDefaults: false,
    intRoundTakesNone: false,
    zeroHasDigit: false,
    notImplementedHasNoTruth: false,
    hasExceptionGroups: false,
    exceptionBytes: 64,
    addNoteNamesArgument: false,
    importErrorBytes: 24,
    syntaxErrorBytes: 48,
    exceptionGroupBytes: 16,
    sharedCharsKnowUtf8: false,
    hasIsInterned: false,
    hasIsFinalized: false,
    tracesCountAllFrames: false,
    gcReportsCandidates: false,
    throwSignatureIsDeprecated: false,
    throwShows: "none",
    throwChainsContext: false,
    operatorTestsNone: false,
    mroErrorsNameClass: false,
    bareSubclassesTakeNoKeywords: false,
    unraisableNamesAction: false,
    tracksWeakrefs: true,
    weakrefBytes: 56,
    instanceLayout: "dict",
    freeLists: {
      list: 80,
      dict: 80,
      float: 100,
      tuple: 2000,
      method: 256,
      builtin_function_or_method: 256,
      slice: 1,
    },
    longestFreeTuple: 19,
    preHeaderBytes: 0,
    strHashRounds: 2,
    listRoomIsRounded: false,
    listPreallocatesEven: false,
    listKeepsRoom: 0,
    listDeleteResizes: true,
    listExtendsByTable: false,
    splitRoomIsBounded: false,
    bytearrayHoldsBytes: false,
    tupleHeaderBytes: 24,
    slicesAreHashable: false,
    sortSeesEqualRuns: false,
    sliceMessageIsShared: false,
    indexErrorIsFixed: false,
    strIndexNamesType: false,
    asciiHasOwnIterator: false,
    argumentsAreNamed: false,
    chrTakesAnyInt: false,
    hasTypeParamDefaults: false,
    replaceTakesCountByName: false,
    strRemovesAffixes: false,
    translateTableWord: "translate table",
    formatCoercesNegativeZero: false,
    formatErrorsShowSpec: false,
    zeroFillsText: false,
    doubledSeparatorIsType: false,
    formatNamesSpace: false,
    numbersAreCalledReal: false,
    percentNamesCharacterType: false,
    percentErrorsAreDetailed: false,
    zipIsStrict: false,
    mapIsStrict: false,
    rangeSaysAtLeast: false,
    enumerateBytes: 48,
    zipBytes: 40,
    mapBytes: 32,
    rangeIteratorBytes: 48,
    setReusesDummies: true,
    emptyFrozensetIsShared: true,
    untracksFrozensets: false,
    bytesHasDunder: false,
    bytearrayCopiesLists: false,
    fromhexCountsDigits: false,
    typesUnite: false,
    itertoolsHasPairwise: false,
    itertoolsHasBatched: false,
    partialBytes: 64,
    partialIsMethod: false,
    dequeBytes: 80,
    orderedDictShowsDict: false,
    mathErrorsAreNamed: false,
    mathHasCbrt: false,
    mathHasLcm: false,
    abcDataIsCollected: false,
    functoolsMakeTypes: false,
    collectionsHasAbc: false,
    collectionsMakeTypes: false,
    operatorHasCall: false,
    divisionSaysFloat: true,
    noneHashIsFixed: false,
    dequeRemoveShows: false,
    reduceSaysIterable: false,
    indexIsExact: false,
    rangeIteratorForgets: false,
    reducedReversedIsEmpty: false,
    untracksTupleSlices: false,
    arraysAreCollected: false,
    arraysClear: false,
    importsCanCycle: false,
    hasAnext: false,
    mathHasUlp: false,
    mathHasFma: false,
    mathTests: false,
    tracebackShowsColumns: false,
    tracebackSuggests: false,
    tracebackMarksCalls: false,
    hypotIsExact: false,
    arrayCodes: "b, B, u, h, H, i, I, l, L, q, Q, f or d",
    asciiHeaderBytes: 48,
    compactHeaderBytes: 72,
    unhashableNamesUse: false,
    getSetHoldsClass: true,
    leavesHolesAtStart: false,
    namespaceTakesMapping: false,
    dictHoldsBeforeHash: false,
    descriptorWrappersCopyAnnotations: false,
    inlineNeedsPlainObject: true,
    listReprHolds: false,
    getattrHookBinds: true,
    superSaysAType: false,
    unboundErrorsNameDescriptor: true,
    slotsErrorSaysArbitrary: false,
    returnErrorsNameMethod: false,
    sumsCompensate: false,
    dictCallMakesTable: true,
    updateErrorIsShort: false,
    dictsMerge: false,
    mappingProxyHashes: false,
    annotationsAreLazy: false,
    hasTemplateStrings: false,
    importsLazily: false,
    numbersInputs: false,
    enumerateTakesVector: false,
    popitemAsksSubclass: true,
    abstractErrorIsSingular: false,
    classAssignmentSaysMutable: false,
    hasGetState: false,
    deleteErrorNamesClass: false,
    superErrorNamesTypes: false,
    methodWrappersCopy: false,
    classMethodsChain: false,
    managesWeakrefs: false,
    slotErrorNamesClass: false,
    weakrefSlotSaysEither: false,
    heapTypeBytes: 880,
    staticTypeBytes: 416,
    propertyErrors: "plain",
    propertiesAreNamed: false,
    immutableTypeWording: false,
    abstractErrorNamesImplementation: false,
    noDictErrorSaysSo: false,
    mroErrorIsOneLine: false,
    dictKeysHeaderBytes: 40,
    unicodeEntryBytes: 24,
    dictSizeRoundsUp: false,
    dictMergeClones: false,
    dictMergeClonesIntoSplit: false,
    sharedKeysMax: 5,
    arenaBytes: 256 * 1024,
    poolBytes: 4096,
    leastIntBytes: 28,
    rotatesLoops: false,
  },
} as const satisfies Partial<Record<PythonVersion, Stated>>;

/** What each version changed, from the one before it. */
const changes: Record<Exclude<PythonVersion, "3.8">, Partial<Stated>> = {
  "3.9": {
    classMethodChecksItself: false,
    partialTakesVector: true,
    moduleCopies: moduleCopies39,
    throwShows: "itself",
    throwChainsContext: true,
    trackedAtStart: 3729,
    mathHasLcm: true,
    abcDataIsCollected: true,
    vectorcallTypes: vectorcall39,
    unboundErrorsNameDescriptor: false,
    callErrorsNameModule: true,

    setReusesDummies: false,
    dictsMerge: true,
    rangeSaysAtLeast: true,
    abstractErrorIsSingular: true,
    zeroDivision: zeroDivisionTo310,
    strRemovesAffixes: true,
    doubledSeparatorIsType: true,
    formatNamesSpace: true,
    classMethodsChain: true,
    staticTypeBytes: 408,

    release: "3.9.18",
    hasIsFinalized: true,
    tracesCountAllFrames: true,
    listRoomIsRounded: true,
    buildsListFromConstants: true,
    nativeNamesAreQualified: true,
    typeIsSubscriptable: true,
    freeLists: { list: 80, dict: 80, float: 100, tuple: 2000, slice: 1 },
    mathHasUlp: true,
  },
  "3.10": {
    powerErrorNamesBoth: true,
    moduleDirNamesModule: false,
    suggestsNames: true,
    functionsKnowBuiltins: true,
    functoolsMakeTypes: true,
    trimsUnusedConstants: true,
    weakTypesHaveModule: true,
    moduleCopies: { builtins: 2, sys: 1 },
    throwShows: "generators",
    trackedAtStart: 3921,
    arraysAreCollected: true,
    dequeRemoveShows: true,
    reduceSaysIterable: true,
    indexIsExact: true,
    descriptorWrappersCopyAnnotations: true,
    vectorcallTypes: vectorcall310,
    slotErrorNamesClass: true,
    skipsDeadBranches: false,
    itertoolsHasPairwise: true,
    typesUnite: true,
    dictCallMakesTable: false,
    setReusesDummies: true,
    emptyFrozensetIsShared: false,
    propertyErrorsName: "name",
    propertyBytes: 64,
    zipIsStrict: true,
    zipBytes: 48,
    generatorBytes: 88,
    classAssignmentSaysMutable: true,
    numbersAreReal: true,
    functionBytes: 128,
    zeroFillsText: true,
    numbersAreCalledReal: true,
    methodWrappersCopy: true,
    propertyErrors: "name",
    immutableTypeWording: true,
    heapTypeBytes: 888,
    syntaxErrorBytes: 64,
    buildsBigDisplaysByAppending: true,
    mergesFoldedTuples: true,
    annotationsAreTuples: true,
    release: "3.10.13",
    listPreallocatesEven: true,
    errorsKnowNames: true,
    unionIsClassInfo: true,
    dictSizeRoundsUp: true,
    dictMergeClones: true,
    dictMergeClonesIntoSplit: true,
    arenaBytes: 1024 * 1024,
    poolBytes: 16 * 1024,
    hasAnext: true,
    hypotIsExact: true,
    frameBytes: 360,
    rotatesLoops: true,
  },
  "3.11": {
    execTakesClosure: true,
    asyncComprehensionsNest: true,
    weakrefReprAsksClass: true,
    moduleHasDictAtOnce: true,
    dictGeneralizesFirst: true,
    marksNoFree: false,
    bareSubclassesTakeNoKeywords: true,
    specializesAfter: 7,
    trackedAtStart: 3991,
    dictHoldsBeforeHash: true,
    bytearrayCopiesLists: true,
    mathHasCbrt: true,
    operatorHasCall: true,
    vectorcallTypes: vectorcall311,
    superSaysAType: true,
    dequeBytes: 216,
    tracebacksPointAtColumns: true,
    bytesHasDunder: true,
    propertyErrorsName: "full",
    saysNotAssociated: true,
    enumerateBytes: 56,
    generatorBytes: 152,
    codeBytes: 184,
    frameBytes: 120,
    hasGetState: true,
    deleteErrorNamesClass: true,
    zeroDivision: zeroDivisionTo312,
    intLimitSaysDigits: true,
    intBytesHaveDefaults: true,
    zeroHasDigit: true,
    functionBytes: 136,
    strIndexNamesType: true,
    asciiHasOwnIterator: true,
    formatCoercesNegativeZero: true,
    formatErrorsShowSpec: true,
    propertyErrors: "class",
    heapTypeBytes: 904,
    staticTypeBytes: 424,
    foldsPercentFormat: true,
    release: "3.11.7",
    strHashRounds: 1,
    enumerateTakesVector: true,
    popitemAsksSubclass: false,
    argumentsMove: true,
    classSubscriptNamesClass: true,
    staticRefcount: 1_000_000_000,
    framesAreLazy: true,
    hasExceptionTable: true,
    nativeCallReleasesFirstToLast: true,
    methodCallsTakeKeywords: true,
    cellsReplaceParameters: true,
    instanceLayout: "values",
    dictKeysHeaderBytes: 32,
    unicodeEntryBytes: 16,
    sharedKeysMax: 30,
    longestFreeTuple: 20,
    preHeaderBytes: 16,
    weakrefBytes: 64,
    hasExceptionGroups: true,
    exceptionBytes: 72,
    attributeNameSaysGot: true,
    strayLetters: "BCLST_abcdefghijklmnopqrstvwxy",
    tracebackShowsColumns: true,
    leastIntBytes: 32,
  },
  "3.12": {
    propertyDocGoesToInstance: true,
    endedGeneratorFrameLeadsBack: true,
    closeKeepsFrame: true,
    suggestsImports: true,
    dequeIteratorsSayCollections: true,
    specializesAfter: 1,
    specializesAttributes: true,
    getattrHookBinds: false,
    moduleCopies: { builtins: 1, sys: 1 },
    throwSignatureIsDeprecated: true,
    trackedAtStart: 4215,
    leavesHolesAtStart: true,
    rangeIteratorForgets: true,
    noneHashIsFixed: true,
    orderedDictShowsDict: true,
    sumsCompensate: true,
    generatorBytes: 144,
    itertoolsHasBatched: true,
    hasLastExc: true,
    mappingProxyHashes: true,
    rangeIteratorBytes: 40,
    functionBytes: 144,
    managesWeakrefs: true,
    weakrefSlotSaysEither: true,
    abstractErrorNamesImplementation: true,
    heapTypeBytes: 920,
    staticTypeBytes: 432,
    slicesAreHashable: true,
    dropsUnusedConstants: true,
    hasTypeParams: true,
    hasLoadSuperAttr: true,
    sharedCharsKnowUtf8: true,
    release: "3.12.1",
    splitRoomIsBounded: true,
    hasImmortals: true,
    collectionsMakeTypes: true,
    immortalRefcount: 4_294_967_295,
    internedAreImmortal: true,
    frozenAtStart: 375,
    emptyExtremeSaysIterable: true,
    importErrorBytes: 32,
    strayLetters: "_abcdenprsx",
    inlinesComprehensions: true,
    boolOpsTestCopy: true,
    importedNamesAreAttributes: true,
    starCallsUnpackEarly: true,
    asciiHeaderBytes: 40,
    compactHeaderBytes: 56,
    gcAtEvalBreaker: true,
    tracebackSuggests: true,
  },
  "3.13": {
    collectionsHasAbc: true,
    functionTakesKwdefaults: true,
    yieldFromOutsideIsNamed: true,
    dictMergeClonesIntoSplit: false,
    endedGeneratorFrameLeadsBack: false,
    warnsOfOtherKeys: true,
    weakrefReprIsQualified: true,
    wrapperIsNone: true,
    dictGeneralizesFirst: false,
    closeKeepsFrame: false,
    suggestionsAreMerged: true,
    specializesInit: "inline",
    comprehensionsIterateTwice: true,
    trackedAtStart: 5260,
    reducedReversedIsEmpty: true,
    cleansDocstrings: true,
    namespaceTakesMapping: true,
    listReprHolds: true,
    vectorcallTypes: vectorcall313,
    closeReturnsValue: true,
    proxyReprLikeRef: true,
    superErrorNamesTypes: true,
    zeroDivision: zeroDivisionTo313,
    argumentsAreNamed: true,
    chrTakesAnyInt: true,
    hasTypeParamDefaults: true,
    replaceTakesCountByName: true,
    classMethodsChain: false,
    propertiesAreNamed: true,
    noDictErrorSaysSo: true,
    heapTypeBytes: 928,
    staticTypeBytes: 416,
    sortSeesEqualRuns: true,
    sliceMessageIsShared: true,
    classesKnowTheirSource: true,
    release: "3.13.18",
    localsAreSnapshots: true,
    listDeleteResizes: false,
    listExtendsByTable: true,
    internedAreImmortal: false,
    numbersInputs: true,
    unexpectedKeywordSaysGot: true,
    gcThresholds: [2000, 10, 10],
    instanceLayout: "inline",
    dictSizeRoundsUp: false,
    mroErrorIsOneLine: true,
    strayLetters: "",
    frozenAtStart: 0,
    hasIsInterned: true,
    exceptionGroupBytes: 24,
    arraysClear: true,
    arrayCodes: "b, B, u, w, h, H, i, I, l, L, q, Q, f or d",
    tracebackMarksCalls: true,
    mathHasFma: true,
    frameBytes: 136,
  },
  "3.14": {
    comparisonKeepsLookupErrors: true,
    powerAsksRightOfThree: true,
    slotErrorsNameMethod: true,
    flagsTellMethods: true,
    lambdasBeginWithNone: false,
    unionIsTypings: true,
    specializesInit: "plain",
    comprehensionsIterateTwice: false,
    loopedCalls: ["tuple", "all", "any"],
    throwShows: "all",
    operatorTestsNone: true,
    trackedAtStart: 5522,
    dequeRemoveShows: false,
    borrowingStopsAtEmptyBlocks: true,
    descriptorWrappersCopyAnnotations: false,
    inlineNeedsPlainObject: false,
    exceptionsKeepCallTuple: false,
    mathErrorsAreNamed: true,
    divisionSaysFloat: false,
    unpackTellsCount: true,
    membershipSaysContainer: true,
    unhashableNamesUse: true,
    generatorBytes: 152,
    partialBytes: 80,
    partialIsMethod: true,
    mainHasAnnotations: false,
    updateErrorIsShort: true,
    fromhexCountsDigits: true,
    suggestsKeywords: true,
    annotationsAreLazy: true,
    hasTemplateStrings: true,
    mapIsStrict: true,
    mapBytes: 40,
    zeroDivision: zeroDivision314,
    intRoundTakesNone: true,
    notImplementedHasNoTruth: true,
    functionBytes: 152,
    percentNamesCharacterType: true,
    translateTableWord: "translatetable",
    heapTypeBytes: 936,
    indexErrorIsFixed: true,
    hasConstKeyMap: false,
    release: "3.14.10",
    listDeleteResizes: true,
    listKeepsRoom: 32,
    tupleHeaderBytes: 32,
    borrowsLocals: true,
    unraisableNamesAction: true,
    addNoteNamesArgument: true,
    syntaxErrorBytes: 72,
    immortalRefcount: 3_221_225_472,
    clearsLocalsReversed: true,
    foldsOnFlowGraph: true,
    hasSmallIntLoad: true,
    nativeCallReleasesFirstToLast: false,
    comparisonReleasesRightFirst: true,
    withUnbindsExit: true,
    annotatesLazily: true,
    untracksDicts: false,
    untracksNewTuples: true,
    freeLists: {
      list: 80,
      dict: 80,
      float: 100,
      tuple: 2000,
      slice: 1,
      int: 100,
      range: 6,
      range_iterator: 6,
      list_iterator: 10,
      tuple_iterator: 10,
      method: 20,
      builtin_function_or_method: 16,
    },
    frameBytes: 152,
    rotatesLoops: false,
  },
  "3.15": {
    wrapperTakesCallableInNew: true,
    knowsOtherLanguages: true,
    namespaceMayBeFrozen: true,
    mroErrorsNameClass: true,
    unpackingHoldsPositional: false,
    loopedCalls: ["tuple", "all", "any", "list", "set"],
    trackedAtStart: 5550,
    saysParameter: true,
    aliasesHaveQualname: true,
    untracksTupleSlices: true,
    borrowingStopsAtEmptyBlocks: false,
    slotsErrorSaysArbitrary: true,
    returnErrorsNameMethod: true,
    hasCommonValues: true,
    untracksFrozensets: true,
    moduleBytes: 104,
    percentErrorsAreDetailed: true,
    heapTypeBytes: 944,
    staticTypeBytes: 424,
    binaryReleasesRightFirst: true,
    genexprIteratesInside: true,
    importsLazily: true,
    arenaOutlivesCompile: false,
    release: "3.15.2",
    getSetHoldsClass: false,
    bytearrayHoldsBytes: true,
    gcReportsCandidates: true,
    largestSmallInt: 1024,
    arrayCodes: "b, B, u, w, h, H, i, I, l, L, q, Q, e, f, d, Zf or Zd",
    importsCanCycle: true,
    mathTests: true,
  },
};

/** The profile of every version, each made from the one before it and what changed. */
export const profiles: Readonly<Record<PythonVersion, Profile>> = buildProfiles();

function buildProfiles(): Record<PythonVersion, Profile> {
  const built: Partial<Record<PythonVersion, Profile>> = {};
  let current: Stated = common["3.8"];
  for (const version of pythonVersions) {
    if (version !== "3.8") current = { ...current, ...changes[version] };
    built[version] = {
      version,
      ...current,
      packedCalls: packedCalls(version),
      packedPositionals: packedPositionals(version),
    };
  }
  return built as Record<PythonVersion, Profile>;
}
