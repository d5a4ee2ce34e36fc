/** Words that say nothing of what a question is about, by language. They also tell which language a text is in. */
export const stopWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    ar: words(`في من على إلى عن مع هذا هذه ذلك التي الذي ما هو هي هل كيف لا أن إن كان كانت قد لم لن ثم أو و يا كل بعد قبل
    بين عند أنا أنت نحن هم لماذا متى أين`),
    de: words(`der die das den dem des ein eine einer eines einem einen und oder aber nicht ist sind war waren sein bin bist
    wird werden wurde ich du er sie es wir ihr mich dich uns euch viel viele mein dein kein keine wie was wer wo wann warum welche
    welcher welches kann können muss müssen soll darf habe hat haben hatte zu zum zur im in an am auf aus bei mit nach
    von vom für über unter um so auch nur noch schon wenn dann als dass man mir dir ihm ihn ihnen sich gibt es denn mal
    bitte lange oft etwas habt hast hätte hätten dürfen dürft darfst könnt könnte könnten sollte sollten möchte möchten
    würde würden unser unsere unserem unseren unserer euer eure euren meine meinem meinen meiner ihre ihrem ihren ihrer
    diese diesem diesen dieser dieses gibts obs wirds geht`),
    en: words(`a about am an and any are as at be been being but by can could did do does doing don for from had has have
    having he her hers him his how i if in into is isn it its just let like long m may me might mine
    much many must my need of often on or our
    ours out please re s shall she should so some somebody someone such t than that the their theirs them then there
    these they this those to too ve very want was we were what when where which while who whom whose why will with
    would you your yours whats wheres hows whos dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt
    havent hasnt im ive youre theyre thats theres lets gonna wanna`),
    es: words(`el la los las un una unos unas y o pero no es son era ser estar está están fue yo tú él ella nosotros ellos
    ellas me te se nos mi tu su sus mis tus que qué cómo como cuál cuáles quién dónde cuándo cuánto cuántas cuántos por
    para con sin de del al en a sobre hay tiene tengo puedo puede si sí lo le les este esta esto ese esa eso muy más ya
    también mientras`),
    fr: words(`le la les un une des et ou mais ne pas est sont était être je tu il elle nous vous ils elles me te se mon
    ton son ma ta sa mes tes ses notre votre leur que qui quoi quel quelle quels quelles comment où quand pourquoi
    combien dans sur sous avec sans pour par de du au aux en à ce cet cette ces y a ai as avons avez ont peut peux puis
    dois si plus très aussi c d j l m n s t qu est-ce pendant`),
    it: words(`il lo la i gli le un uno una e o ma non è sono era essere io tu lui lei noi voi loro mi ti si ci vi mio tuo
    suo che chi cosa come quale quali dove quando perché quanto di del della dei delle al alla ai in nel nella da dal
    dalla con su sul sulla per tra fra ho hai ha abbiamo hanno posso può se più anche questo questa`),
    nl: words(`de het een en of maar niet is zijn was waren ben ik jij je hij zij ze wij we jullie mij me mijn jouw uw zijn
    haar ons onze hun dat die dit deze wat wie waar wanneer waarom hoe welke kan kunnen moet mag heb heeft hebben had te
    in op aan bij met van voor naar uit over om tot als dan ook nog er geen`),
    pt: words(`o a os as um uma uns umas e ou mas não é são era ser estar está foi eu tu ele ela nós vós eles elas você
    vocês me te se nos meu minha teu seu sua seus suas que quê como qual quais quem onde quando quanto quantos por para
    com sem de do da dos das no na nos nas em ao à aos às há tem tenho posso pode se sim lhe isto isso este esta esse
    essa muito mais já também`),
    ru: words(`и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня
    еще о из ему теперь когда даже ну ли если уже или быть был до вас опять вам ведь там потом себя ничего ей может они
    тут где есть для мы тебя их чем была сам без чего кто какой какая какие почему сколько можно это этот эта`),
    tr: words(`ve veya ama bir bu şu o ben sen biz siz onlar ne nasıl nerede neden niçin hangi kim kaç mi mı mu mü için ile
    gibi daha çok en de da ki değil var yok olarak olan benim senin bizim sizin`),
  }),
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
