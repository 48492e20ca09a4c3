/** `typing`: annotations that do nothing at run time but print and take subscripts. */
export const typingSource = `
import collections
from abc import ABCMeta
import functools
import sys

TYPE_CHECKING = False


def _type_repr(obj):
    if isinstance(obj, type):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return '%s.%s' % (obj.__module__, obj.__qualname__)
    if obj is ...:
        return '...'
    if obj is None:
        return 'None'
    if isinstance(obj, list):
        return '[' + ', '.join(_type_repr(o) for o in obj) + ']'
    return repr(obj)


class _Final:
    __slots__ = ('__weakref__',)


def _tp_cache(func, typed=False):
    cached = functools.lru_cache(typed=typed)(func)

    def inner(*args, **kwds):
        try:
            return cached(*args, **kwds)
        except TypeError:
            pass
        return func(*args, **kwds)
    return functools.update_wrapper(inner, func)


class _SpecialForm(_Final):
    __slots__ = ('_name', '_getitem')

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __repr__(self):
        return 'typing.' + self._name

    def __call__(self, *args, **kwds):
        raise TypeError("Cannot instantiate %r" % (self,))

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError("%s is not subscriptable" % (self,))
        if self._name == 'Literal':
            return _typed_item(self, parameters)
        if self._name == 'Union' and sys.version_info >= (3, 14):
            return self._getitem(self, parameters)
        return _item(self, parameters)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __hash__(self):
        return hash(self._name)

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % (self,))


def _item(form, parameters):
    return form._getitem(form, parameters)


_typed_item = _tp_cache(_item, True)
_item = _tp_cache(_item)


class _Alias(_Final):
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            for p in (arg,) if isinstance(arg, _variables) else getattr(arg, '__parameters__', ()):
                if p not in found:
                    found.append(p)
        return tuple(found)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        if not self.__args__:
            return name + '[()]' if self._name == 'Tuple' else name
        if self._name == 'Callable':
            if self.__args__[0] is ...:
                return '%s[..., %s]' % (name, _type_repr(self.__args__[-1]))
            return '%s[[%s], %s]' % (name, ', '.join(_type_repr(a) for a in self.__args__[:-1]),
                                     _type_repr(self.__args__[-1]))
        return '%s[%s]' % (name, ', '.join(_type_repr(a) for a in self.__args__))

    @_tp_cache
    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        known = dict(zip(self.__parameters__, params))
        return _Alias(self.__origin__, tuple(_substitute(a, known) for a in self.__args__), self._name)

    def __call__(self, *args, **kwargs):
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        if self._name == 'Generic':
            return (Generic,)
        if isinstance(self.__origin__, type):
            more = any(isinstance(b, _Alias) and b._name == 'Generic' for b in bases)
            if self._name and Generic not in bases and not more:
                return (self.__origin__, Generic) if self.__parameters__ else (self.__origin__,)
            return (self.__origin__,)
        return ()

    def __getattr__(self, attr):
        if attr.startswith('__') and attr.endswith('__'):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__


def _substitute(arg, known):
    if isinstance(arg, _variables):
        return known.get(arg, arg)
    if isinstance(arg, _Alias) and arg.__parameters__:
        return arg[tuple(known.get(p, p) for p in arg.__parameters__)]
    return arg


class _SpecialAlias(_Final):
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, params):
        if self._name == 'Callable':
            args, result = params
            params = ((args,) if args is ... else tuple(args)) + (result,)
        return self._subscript(params)

    @_tp_cache
    def _subscript(self, params):
        params = params if isinstance(params, tuple) else (params,)
        return _Alias(self.__origin__, tuple(type(None) if p is None else p for p in params), self._name)

    def __call__(self, *args, **kwargs):
        if self._name in ('Callable', 'Type') or self.__origin__ is None:
            raise TypeError("Type %s cannot be instantiated" % self._name)
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeVar(_Final):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        prefix = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return prefix + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    pass


class TypeVarTuple(TypeVar):
    pass


if sys.version_info >= (3, 12):
    from _typing import TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, ParamSpecKwargs, TypeAliasType
_variables = (TypeVar, ParamSpec, TypeVarTuple)


class Generic:
    __slots__ = ()

    @_tp_cache
    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        if cls in (Generic, Protocol):
            if not all(isinstance(p, _variables) for p in params):
                raise TypeError("Parameters to %s[...] must all be type variables" % cls.__name__)
            return _Alias(cls, params, cls.__name__)
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            for p in getattr(base, '__parameters__', ()):
                if p not in found:
                    found.append(p)
        cls.__parameters__ = tuple(found)


def _generic_of(params):
    return _Alias(Generic, tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p for p in params]), 'Generic')


class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for name in _protocol_members(cls):
            if not hasattr(instance, name):
                return False
            if callable(getattr(cls, name, None)) and getattr(instance, name) is None:
                return False
        return True


_not_members = {
    '__abstractmethods__', '__annotate__', '__annotate_func__', '__annotations__', '__annotations_cache__', '__class_getitem__',
    '__dict__', '__doc__', '__firstlineno__', '__init__', '__init_subclass__', '__module__', '__new__', '__orig_bases__',
    '__parameters__', '__qualname__', '__slots__', '__static_attributes__', '__subclasshook__', '__type_params__', '__weakref__',
    '_abc_impl', '_is_protocol', '_is_runtime_protocol',
}


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        names.update(base.__dict__, base.__dict__.get('__annotations__', None) or getattr(base, '__annotations__', {}))
    return sorted(names - _not_members)


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol and cls.__init__ is object.__init__:
            cls.__init__ = _no_init


def runtime_checkable(cls):
    if not isinstance(cls, type) or not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % (cls,))
    cls._is_runtime_protocol = True
    return cls


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for p in parameters:
        p = type(None) if p is None else p
        for member in p.__args__ if isinstance(p, _UnionAlias) else (p,):
            if member not in flat:
                flat.append(member)
    if len(flat) == 1:
        return flat[0]
    return _UnionAlias(Union, tuple(flat), 'Union')


class _UnionAlias(_Alias):
    def __repr__(self):
        if sys.version_info >= (3, 14):
            return ' | '.join('None' if a is type(None) else _type_repr(a) for a in self.__args__)
        if len(self.__args__) == 2 and type(None) in self.__args__ and sys.version_info >= (3, 9):
            other = self.__args__[0] if self.__args__[1] is type(None) else self.__args__[1]
            return 'typing.Optional[%s]' % _type_repr(other)
        return 'typing.Union[%s]' % ', '.join(_type_repr(a) for a in self.__args__)

    def __eq__(self, other):
        if not isinstance(other, _UnionAlias):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)


def _one(self, item):
    return _Alias(self, (type(None) if item is None else item,), self._name)


def _several(self, params):
    params = params if isinstance(params, tuple) else (params,)
    return _Alias(self, params, self._name)


Any = _SpecialForm('Any')
NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', lambda self, item: Union[item, type(None)])
ClassVar = _SpecialForm('ClassVar', _one)
Final = _SpecialForm('Final', _one)
Literal = _SpecialForm('Literal', _several)
Annotated = _SpecialForm('Annotated', _several)
Concatenate = _SpecialForm('Concatenate', _several)
TypeAlias = _SpecialForm('TypeAlias')
TypeGuard = _SpecialForm('TypeGuard', _one)
Required = _SpecialForm('Required', _one)
Unpack = _SpecialForm('Unpack', _one)
NotRequired = _SpecialForm('NotRequired', _one)

List = _SpecialAlias(list, 'List')
Dict = _SpecialAlias(dict, 'Dict')
Set = _SpecialAlias(set, 'Set')
FrozenSet = _SpecialAlias(frozenset, 'FrozenSet')
Tuple = _SpecialAlias(tuple, 'Tuple')
Type = _SpecialAlias(type, 'Type')
Deque = _SpecialAlias(collections.deque, 'Deque')
DefaultDict = _SpecialAlias(collections.defaultdict, 'DefaultDict')
OrderedDict = _SpecialAlias(collections.OrderedDict, 'OrderedDict')
Counter = _SpecialAlias(collections.Counter, 'Counter')
ChainMap = _SpecialAlias(collections.ChainMap, 'ChainMap')


class _Callable:
    @classmethod
    def __subclasshook__(cls, C):
        return any('__call__' in B.__dict__ for B in C.__mro__)


def _protocol(name, method):
    def check(cls, obj):
        return hasattr(type(obj), method)
    meta = type('_Meta', (type,), {'__instancecheck__': check})
    return _SpecialAlias(meta(name, (), {}), name)


Callable = _protocol('Callable', '__call__')
Iterable = _protocol('Iterable', '__iter__')
Iterator = _protocol('Iterator', '__next__')
Generator = _protocol('Generator', 'send')
Sequence = _protocol('Sequence', '__getitem__')
MutableSequence = _protocol('MutableSequence', 'append')
Mapping = _protocol('Mapping', 'keys')
MutableMapping = _protocol('MutableMapping', 'popitem')
Hashable = _protocol('Hashable', '__hash__')
Sized = _protocol('Sized', '__len__')
Collection = _protocol('Collection', '__contains__')
Container = _protocol('Container', '__contains__')
Reversible = _protocol('Reversible', '__reversed__')
Awaitable = _protocol('Awaitable', '__await__')
Coroutine = _protocol('Coroutine', 'cr_frame')
AsyncIterator = _protocol('AsyncIterator', '__anext__')
AsyncIterable = _protocol('AsyncIterable', '__aiter__')
AsyncGenerator = _protocol('AsyncGenerator', 'asend')
AbstractSet = _protocol('AbstractSet', 'isdisjoint')
ContextManager = _protocol('ContextManager', '__enter__')
MutableSet = _protocol('MutableSet', 'discard')
ItemsView = _protocol('ItemsView', 'isdisjoint')
KeysView = _protocol('KeysView', 'isdisjoint')
ValuesView = _protocol('ValuesView', 'mapping')
MappingView = _protocol('MappingView', 'mapping')
AsyncContextManager = _protocol('AsyncContextManager', '__aenter__')
AnyStr = TypeVar('AnyStr', bytes, str)
Text = str


def cast(typ, val):
    return val


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    return _overload_dummy


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def final(f):
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def assert_type(val, typ):
    return val


def assert_never(arg):
    raise AssertionError("Expected code to be unreachable, but got: %r" % (arg,))


def reveal_type(obj):
    return obj


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return getattr(tp, '__args__', ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    classes = reversed(obj.__mro__) if isinstance(obj, type) else (obj,)
    for each in classes:
        if isinstance(each, type):
            namespace = getattr(sys.modules.get(each.__module__), '__dict__', {})
            found = each.__dict__.get('__annotations__', {}) if sys.version_info < (3, 14) else (
                each.__annotations__ if each.__module__ != 'builtins' else {})
        else:
            namespace = getattr(each, '__globals__', {})
            found = getattr(each, '__annotations__', {})
        for name, value in found.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = eval(value, globalns or namespace, localns)
            hints[name] = value
    return hints


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return '__main__.' + self.__qualname__


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        annotations = ns.get('__annotations__', {})
        if sys.version_info >= (3, 14):
            annotate = ns.get('__annotate_func__') or ns.get('__annotate__')
            if annotate is not None:
                annotations = annotate(1)
        defaults = [ns[n] for n in annotations if n in ns]
        made = collections.namedtuple(typename, list(annotations), defaults=defaults, module=ns.get('__module__'))
        made.__annotations__ = dict(annotations)
        for key, value in ns.items():
            if key not in annotations and key not in ('__module__', '__qualname__', '__annotations__', '__classcell__',
                                                      '__annotate_func__', '__annotate__', '__static_attributes__',
                                                      '__firstlineno__', '__classdictcell__'):
                setattr(made, key, value)
        return made


class _NamedTupleBase:
    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __call__(self, typename, fields=(), **kwargs):
        made = collections.namedtuple(typename, [name for name, type in fields])
        made.__annotations__ = dict(fields)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple = _NamedTupleBase()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(cls, name, (dict,), ns)
        made.__total__ = total
        return made

    __call__ = dict


class _TypedDictBase:
    def __mro_entries__(self, bases):
        return (_TypedDict,)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict = _TypedDictBase()
`;
