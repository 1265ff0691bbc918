/**
 * What every field and every code of the events is called in Danish, for whoever reads a package in fifty years and has
 * nothing else. A test holds that no field and no code of the schemas is missing.
 */

const glossary = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .trim()
      .split(/[;\n]\s*/)
      .map((entry) => entry.split('='))
      .map(([key = '', word = '']) => [key, word]),
  )

export const fieldWords = glossary(`
getsDecided=får det, der er bevilget; towardsGoals=hjælper mod målene; asItShouldBe=er, som den skal være; action=hvad der gøres
movesOn=flytter den; takeoverOn=overtages den; papers=papirer; movedOn=flyttede den; helpThere=hjælp der før
about=hvad det handler om; absences=fravær; absent=fraværende; acting=handlekommune; activity=aktivitet
activityId=aktivitetens nummer; adverse=til ugunst for borgeren; agreed=aftalt; agreedToMore=sagt ja til mere
agrees=er enig; aids=hjælpemidler; aim=formål; aimed=sigte; alternatives=andre muligheder; amountOere=beløb i øre
answer=svar; answerBy=svar senest; answers=svar; applicant=den, der søgte; applied=det, der er søgt om; article=artikel
asked=spurgt; askedBy=bedt om af; assessment=vurdering; attachments=bilag; authority=med hjemmel fra; basis=grundlag
because=fordi; before=før; bornOn=født; boundary103=afgrænsning til § 103; bundle=samlet fil; by=af; callBack=ring tilbage
came=kom; caseNumber=sagsnummer; cause=årsag; change=ændring; changeDuty=oplysningspligt; changedBy=ændret af
channel=kanal; clause=løfte i standarden; citizen=borgeren; citizensView=borgerens syn; citizensViewWeighed=hvordan borgerens syn er vejet
citizensWords=borgerens ord; code=kode; communication=kommunikation; community=fællesskab; companion=ledsager
comparison=sammenligning; complaintGuidance=klagevejledning; complaintId=klagens nummer; conclusion=konklusion
consentId=samtykkets nummer; considerations=hovedhensyn; contact=kontakt; contactBy=kontakt ad; contactPerson=kontaktperson
content=indhold; contents=indholdsfortegnelse; correctionId=rettelsens nummer; corrects=retter; count=antal
criterionA=kriterium A; criterionB=kriterium B; dailyLife=hverdag; data=data; day=dag; days=dage; daysPerWeek=dage om ugen
decisionId=afgørelsens nummer; deliveredOn=kom frem den; diagnosis=diagnose; diagnosisInWords=diagnose med ord
diedOn=død den; difficulties=vanskeligheder; difficultiesInWords=vanskeligheder med ord; direction=retning; disputed=omstridt
doNotCallBefore=ring ikke før; document=dokument; documents=dokumenter; domain=område; domains=områder; done=gjort
draft=udkast; easyReadWhy=begrundelse i let sprog; effectiveOn=virker fra; element=element; end=slutter; endOn=slutter den
ends=slutter kl.; evidenceA=belæg for A; evidenceB=belæg for B; expected=ventet; expectedDuration=ventet varighed
expectedOn=ventet den; extentAssessment=vurdering af omfang; facts=faktiske oplysninger
fewerDaysBecause=færre dage, fordi; file=fil; followed=fulgt; form=form; formerDate=tidligere dag
forwardedTo=sendt videre til; from=fra; given=givet; goalId=målets nummer; goals=mål; goalsNotWorkedWith=mål, der ikke er arbejdet med
granted=bevilget; ground=grund; grounds=grunde; group=gruppe; hash=kontrolsum; health=helbred; hearing=partshøring; hearingId=høringens nummer
hints=tegn; holdId=forbuddets nummer; hoursPerWeek=timer om ugen; how=hvordan; inWords=med ord; inputs=brevets grundlag
insteadBecause=en anden, fordi; interpreter=tolk; intervention=indsats; item=det, der betales for; itemId=varens nummer
items=punkter; justified=berettiget; key=nøgle; kind=slags; left=holdt ude; legalBasis=retsregler; letter=brev
letterId=brevets nummer; level=niveau; levelAimed=niveau, der sigtes mod; levelNow=niveau nu; look=opslag
mandatory=nødvendig; meetingId=mødets nummer; messageId=beskedens nummer; method=metode; minutes=referat; mood=humør
name=navn; needs=behov; newDate=ny dag; noteId=notatets nummer; notes=notater; observation=iagttagelse; on=den; onward=videre
openness=meroffentlighed; orderId=bestillingens nummer; otherMatters=andet; otherPossibilities=andre muligheder
others=andre; outcome=udfald; outing=tur; outingId=turens nummer; package=pakkens kontrolsum; pages=sider
paragraph=paragraf; paragraphs=paragraffer; part=del; participants=deltagere; participationId=deltagelsens nummer; parts=dele
party=part; patternId=mønsterets nummer; paying=betalingskommune; personId=personens nummer; phone=telefon; place=plads
placeInWords=plads med ord; planId=planens nummer; planWish=ønske om handleplan; possibilities=muligheder
postponed=udsat; priceListFrom=prisliste fra; priceOere=pris i øre; proof=bevis; proposed=foreslået; provider=sted
providerReason=begrundelse for stedet; providersConsidered=steder, der er overvejet; purchaseId=købets nummer
purpose=formål; question=spørgsmål; questionId=spørgsmålets nummer; reaction=reaktion; reason=grund; reasons=begrundelse
receiver=modtager; recipient=modtager; recipients=modtagere; record=afgørelsens indhold
reducedExtentReason=grund til færre dage; reference=reference; relation=relation; remark=bemærkning
renderer=brevets skriver; reportId=indberetningens nummer; representationId=repræsentationens nummer
requestId=anmodningens nummer; resident=bopælskommune; resources=ressourcer; responsible=ansvarlig; result=resultat
rights=rettigheder; said=sagt; scopes=hvad repræsentanten må; seq=nummer på hændelse
seriousSocialProblems=alvorlige sociale problemer; serviceArea=område; shared=fælles; sharing=alene eller sammen
since=siden; source=kilde; start=begynder; startOn=begynder den; starts=begynder kl.; subGoal=delmål; subject=emne
substitute=afløser; subthemes=undertemaer; summary=sammendrag; targetGroup=målgruppe; targetGroups=målgrupper; text=tekst
theme=tema; themes=temaer; through=til og med; title=titel; to=til; together=sammen med; tookPart=var med; topic=emne
towards=i retning af; transport=kørsel; transportBasis=grundlag for kørsel; transportReason=begrundelse for kørsel
trigger=anledning; type=slags; unfavourable=ugunstig; unit=enhed; until=indtil; upheldIn=medhold i
userId=medarbejderens nummer; verified=efterset; voice=borgerens egne ord; weekday=ugedag, 1 er mandag; what=hvad
whatToInform=hvad der skal oplyses; wheelchair=kørestol; when=hvornår; who=hvem; whole=hele sagen; why=hvorfor; wish=ønske
wishAnswer=svar på ønsket; wishes=ønsker; wishesInWords=ønsker med ord; with=med; withoutConsent=uden samtykke, fordi
withoutReport=uden rapport, fordi; words=ord; writesDown=skriver ned; wrong=forkert
`)

/** What a decision cites. */
const grounds: Readonly<Record<string, string>> = {
  'SEL-103': 'serviceloven § 103',
  'SEL-104': 'serviceloven § 104',
  'SEL-105': 'serviceloven § 105',
  'SEL-141': 'serviceloven § 141',
  'RSL-5': 'retssikkerhedsloven § 5',
  'RSL-9': 'retssikkerhedsloven § 9',
  'RSL-11-b': 'retssikkerhedsloven § 11 b',
}

export const codeWords: Readonly<Record<string, string>> = {
  ...grounds,
  ...glossary(`
web=på nettet; phone=telefon; letter=brev; email=e-mail; inPerson=personligt; self=borgeren selv
representative=repræsentant; helper=hjælper uden fuldmagt; none=ingen; withHelp=selv med hjælp; transport=kørsel
unknown=ved ikke; soonest=hurtigst muligt; from=fra en bestemt dag; yes=ja; no=nej; ratherNotSay=vil ikke sige; later=senere
digitalPost=Digital Post; citizen=borgeren; staff=medarbejder; system=systemet; withdrawn=trukket tilbage; death=død
moved=flyttet til en anden handlekommune; refused=afslag; ended=ophørt; guardianPersonal=personlig værge
guardianFinancial=økonomisk værge; guardianBoth=personlig og økonomisk værge; coGuardian=samværge
partyRepresentative=partsrepræsentant; digitalPowerOfAttorney=digital fuldmagt; companion=bisidder
relativeReadOnly=pårørende med læseadgang; read=læse; write=skrive; apply=søge; consent=give samtykke; complain=klage
receiveLetters=få breve; guardianIncapacity=værge for en, der er frataget handleevnen; lastingPower=fremtidsfuldmagt
pay=betale; readPlan=læse planen; receivePaymentLetters=få breve om betaling; phoneCall=telefonsamtale; conversation=samtale; observation=iagttagelse; internal=internt
step=sagsskridt; provider=stedet; other=andet; nobody=ingen; received=modtaget; sent=sendt; doctor=læge; hospital=sygehus
residence=bosted; currentOffer=nuværende tilbud; jobCentre=jobcenter; otherAuthority=anden myndighed; relative=pårørende
oral=mundtligt; written=skriftligt; functioning=funktionsevne; diagnosis=diagnose; everydayLife=hverdag; housing=bolig
work=arbejde; sourceRequest=anmodning om oplysninger; sourceReminder=rykker for oplysninger; securePost=sikker post
paper=papir; handedOver=givet i hånden; 13=artikel 13; 14=artikel 14; physical=fysisk; mental=psykisk; social=socialt
considered=overvejet; maintain=bevare; improve=forbedre; limitLoss=begrænse tab; personalSkills=personlige færdigheder
livingConditions=levevilkår; psychological=psykisk; intellectual=intellektuelt; motor=motorisk; granted=bevilget
ownWish=eget ønske; healthOrFatigue=helbred eller træthed; treatment=behandling
educationOrWorkBeside=uddannelse eller arbejde ved siden af; gradualStart=gradvis begyndelse; familyOrHome=familie eller hjem
sensoryStrain=sansepres; age=alder
heard=hørt; omitted=udeladt; GRANTED=bevilling; PARTIALLY_REFUSED=delvist afslag; REFUSED=afslag; place=plads; days=dage
hours=timer; start=begyndelse; period=periode; handicap=handicap; socialPsychiatry=socialpsykiatri; right=ret
individual=konkret vurdering; true=ja; receipt=kvittering; delayNotice=varsel om forsinkelse; partyHearing=partshøring
decision=afgørelse; informationRequest=anmodning om oplysninger; otherSourcesNotice=besked om andre kilder
actionPlanOffer=tilbud om handleplan; guidance=vejledning; meetingInvitation=indkaldelse til møde
meetingCancelled=aflysning af møde; complaintReceipt=kvittering for klage; reassessment=genvurdering
complaintDelay=klagen tager længere tid; complaintForwarded=klagen er sendt videre; accessDelay=aktindsigt tager længere tid
accessAnswer=svar på aktindsigt; presumed=formodet; stated=oplyst; resentDigitally=sendt digitalt igen
sentOnPaper=sendt på papir; noLongerNeeded=ikke nødvendigt mere; event=arrangement; trip=tur; material=materiale
spoken=sagt; authority=kommunen; good=godt; mixed=blandet; hard=svært; shared=sammen med andre
count=antal; share=andel; cancelled=afbud; noShow=udeblevet; illness=sygdom; holiday=ferie; unwilling=ville ikke
unsaid=ikke sagt; meeting=møde; visit=besøg; health=helbred; content=indholdet; company=de andre; tooMuch=for meget
home=hjemme; recordedWrongly=skrevet forkert; notFound=ikke fundet; asIs=uændret; adjusted=tilpasset
proposedToEnd=foreslået at slutte; followUp=opfølgning; deviation=afvigelse; deliveryProblem=problem hos stedet
changeRequest=ønske om ændring; absence=fravær; complaint=klage; movedMunicipality=flyttet kommune; unchanged=uændret
takenBack=taget tilbage; full=fuldt; part=delvist; notUpheld=ikke medhold; secureMail=sikker mail; upheld=stadfæstet
changed=ændret; annulled=ophævet; remanded=hjemvist; partly=delvist; dismissed=afvist; lapsed=bortfaldet
information=oplysning; reasons=begrundelse; hearing=partshøring; legalBasis=retsgrundlag; assessment=vurdering
newFacts=nye oplysninger; fileAccess=aktindsigt; dataProtection=indsigt i egne oplysninger
internalWork=internt arbejde; otherPersons=andre personer; otherInterests=andre hensyn; agreed=enig; disagreed=uenig
longAbsence=langt fravær; goalNotWorkedWith=mål uden arbejde; changedBehaviour=ændret adfærd; moving=flytning
staffing=personale; closedDays=lukkedage; contact=kontakt; noChange=ingen ændring; morning=formiddag; afternoon=eftermiddag
inWords=med ord; said=sagt; declined=sagt nej; caseworker=sagsbehandler; wellbeing=trivsel; moreSupport=mere støtte
lessSupport=mindre støtte; goals=mål; contactPerson=kontaktperson; interpreter=tolk; goesWell=går godt; isHard=er svært
wantsToChange=vil ændre; wantsToTalkAbout=vil tale om; came=kom; offerClosed=stedet var lukket
transportFailed=kørslen svigtede; words=ord; pictures=billeder; shown=vist; notHad=ikke fået; reached=nået
notReached=ikke nået; adjustedGoals=mål tilpasset; continue=fortsæt; endAndReferToNew=slut og henvis til nyt; end=slut
disposalBan=kassationsforbud; proceedings=retssag eller tilsyn; arrived=kom; left=gik; late=forsinket; undone=taget tilbage
disputed=uenighed om handlekommunen; moveNotice=brev om flytning; necessary=nødvendigt; placedByUs=anbragt af os
theyTakeOver=de overtager; weStay=vi bliver handlekommune
settled=afgjort mellem modstridende; own=borgeren selv; there=til stedet; delivered=kørt frem
`),
}
